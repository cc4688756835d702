package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RtpClockTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NTP = 3_900_000_000L;

    private final SenderClock sender = new SenderClock();
    private final RtpClock voice = new RtpClock(48_000, sender);
    private final RtpClock camera = new RtpClock(90_000, sender);

    @Test
    void goesByArrivalUntilThereAreReports() {
        voice.onPacket(0xFFFF_FF00L, 10 * SECOND);
        assertThat(voice.nanos(0xFFFF_FF00L)).isEqualTo(10 * SECOND);
        voice.onPacket(0xFFFF_FF00L + 48_000 & 0xFFFF_FFFFL, 11 * SECOND + 5_000_000);
        assertThat(voice.nanos(0xFFFF_FF00L + 48_000 & 0xFFFF_FFFFL)).isEqualTo(11 * SECOND);
        voice.onPacket(0xFFFF_FF00L + 96_000 & 0xFFFF_FFFFL, 12 * SECOND - 3_000_000);
        assertThat(voice.nanos(0xFFFF_FF00L + 96_000 & 0xFFFF_FFFFL)).isEqualTo(12 * SECOND - 3_000_000);
    }

    @Test
    void reportsPutAllOfASenderOnOneClock() {
        voice.onPacket(1_000, 10 * SECOND);
        camera.onPacket(7_000, 10 * SECOND + 300_000_000);
        voice.onReport(NTP << 32, 1_000, 10 * SECOND + 20_000_000);
        camera.onReport(NTP << 32, 7_000, 10 * SECOND + 320_000_000);
        assertThat(camera.nanos(7_000)).isEqualTo(voice.nanos(1_000));
        assertThat(camera.nanos(7_000 + 90_000) - voice.nanos(1_000 + 48_000)).isZero();
    }

    @Test
    void reportsThatCannotBeAreIgnored() {
        voice.onPacket(1_000, 10 * SECOND);
        voice.onReport(NTP << 32, 1_000, 10 * SECOND);
        voice.onReport(0, 5_000, 11 * SECOND);
        voice.onReport((NTP + 500) << 32, 1_000 + 48_000, 11 * SECOND);
        assertThat(voice.nanos(1_000 + 48_000)).isBetween(11 * SECOND - 1_000, 11 * SECOND + 1_000);
    }

    @Test
    void aSenderThatSleptIsFollowed() {
        voice.onPacket(1_000, 10 * SECOND);
        voice.onReport(NTP << 32, 1_000, 10 * SECOND);
        voice.onPacket(1_000 + 960, 100 * SECOND);
        assertThat(voice.nanos(1_000 + 960)).isEqualTo(100 * SECOND);
    }
}
