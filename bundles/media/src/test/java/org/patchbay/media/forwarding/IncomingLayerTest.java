package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.UploadLimits;

class IncomingLayerTest {

    private static final long SECOND = 1L << 32;

    private final Layers layers = new Layers();
    private final IncomingTrack track = layers.camera("aaaa0001", UploadLimits.none(), 150, 500, 1500);
    private final IncomingLayer small = track.layers().get(0);
    private final IncomingLayer large = track.layers().get(2);

    @Test
    void tellsTheTimeOfOneLayerInThatOfAnother() {
        assertThat(large.isAlignedWith(small)).isFalse();
        small.onSenderReport(7 * SECOND, 1_000, Layers.NOW);
        large.onSenderReport(7 * SECOND + SECOND / 2, 0xFFFF_FF00, Layers.NOW);
        assertThat(large.isAlignedWith(small)).isTrue();
        assertThat(large.timestampIn(small, 0xFFFF_FF00)).isEqualTo(1_000 + 45_000);
        assertThat(large.timestampIn(small, 0xFFFF_FF00 + 3_000)).isEqualTo(1_000 + 48_000);
        assertThat(small.timestampIn(large, 1_000 + 45_000)).isEqualTo(0xFFFF_FF00);
    }

    @Test
    void theHeightOfOneLayerTellsThatOfTheOthers() {
        assertThat(track.layerFor(180, Layers.NOW))
                .as("of 720 lines, as long as nothing is known")
                .isZero();
        large.onKeyFrame(540);
        assertThat(track.layerFor(180, Layers.NOW)).isEqualTo(1);
        assertThat(track.layerFor(135, Layers.NOW)).isZero();
        assertThat(track.layerFor(1080, Layers.NOW)).isEqualTo(2);
    }

    @Test
    void isStoppedWhenNothingComes() {
        assertThat(small.isLive(Layers.NOW)).isTrue();
        assertThat(small.isLive(Layers.NOW + IncomingLayer.STOPPED_NANOS)).isFalse();
    }
}
