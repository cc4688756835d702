package org.patchbay.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NackRequesterTest {

    private final NackRequester requester = new NackRequester();

    private int[] due(long now) {
        return Arrays.copyOf(requester.due(), requester.collect(now));
    }

    @Test
    void asksForWhatIsMissing() {
        requester.onPacket(10);
        requester.onPacket(13);
        assertThat(due(0)).containsExactly(11, 12);
        assertThat(due(1)).as("not again at once").isEmpty();
        requester.onPacket(11);
        assertThat(due(NackRequester.RETRY_NANOS)).containsExactly(12);
    }

    @Test
    void countsAcrossTheWrap() {
        requester.onPacket(65_534);
        requester.onPacket(1);
        assertThat(due(0)).containsExactly(65_535, 0);
    }

    @Test
    void givesUpInTheEnd() {
        requester.onPacket(1);
        requester.onPacket(3);
        for (int i = 0; i < NackRequester.MAX_ATTEMPTS; i++) {
            assertThat(due(i * NackRequester.RETRY_NANOS)).containsExactly(2);
        }
        assertThat(due(NackRequester.MAX_ATTEMPTS * NackRequester.RETRY_NANOS)).isEmpty();
    }

    @Test
    void givesUpAWideGap() {
        requester.onPacket(1);
        assertThat(requester.onPacket(1 + NackRequester.MAX_MISSING + 2)).isFalse();
        assertThat(due(0)).isEmpty();
    }

    @Test
    void holdsABoundedNumber() {
        requester.onPacket(0);
        for (int sequence = 2; sequence < 4_000; sequence += 2) {
            requester.onPacket(sequence);
        }
        assertThat(due(0).length).isLessThanOrEqualTo(NackRequester.MAX_MISSING);
    }
}
