package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final long TENTH = 100_000_000;

    private final RateMeter meter = new RateMeter();

    private void send(int bytes, long from, int tenths) {
        for (int i = 0; i < tenths; i++) {
            meter.add(bytes, from + i * TENTH);
        }
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(meter.bitsPerSecond(5)).isZero();
        assertThat(meter.isSettled(5)).isFalse();
    }

    @Test
    void measuresTheLastSecond() {
        send(1_250, 0, 30);
        assertThat(meter.bitsPerSecond(29 * TENTH)).isEqualTo(100_000);
        assertThat(meter.isSettled(29 * TENTH)).isTrue();
        send(2_500, 30 * TENTH, 10);
        assertThat(meter.bitsPerSecond(39 * TENTH)).isEqualTo(200_000);
    }

    @Test
    void measuresAYoungStreamOverItsAge() {
        send(1_250, 0, 3);
        assertThat(meter.bitsPerSecond(2 * TENTH)).isEqualTo(100_000);
        assertThat(meter.isSettled(2 * TENTH)).isFalse();
    }

    @Test
    void forgetsAStreamThatStopped() {
        send(1_250, 0, 30);
        assertThat(meter.bitsPerSecond(34 * TENTH)).isEqualTo(50_000);
        assertThat(meter.bitsPerSecond(60 * TENTH)).isZero();
        send(1_250, 90 * TENTH, 2);
        assertThat(meter.isSettled(91 * TENTH)).as("it begins anew").isFalse();
    }
}
