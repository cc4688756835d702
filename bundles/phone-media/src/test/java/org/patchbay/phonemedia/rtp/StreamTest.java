package org.patchbay.phonemedia.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StreamTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long LATE = 30_000_000L;
    private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 4_000);
    private static final InetSocketAddress NAT = new InetSocketAddress("192.0.2.2", 4_000);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("192.0.2.3", 4_000);

    @Test
    void anotherAddressNeedsThreePacketsInARow() {
        var latch = new AddressLatch();
        latch.describe(HOME);
        assertThat(latch.accept(NAT, 1, 10, 0)).isFalse();
        assertThat(latch.accept(STRANGER, 2, 500, 0)).isFalse();
        assertThat(latch.accept(NAT, 1, 11, 0)).isFalse();
        assertThat(latch.accept(NAT, 1, 12, 0)).isFalse();
        assertThat(latch.accept(NAT, 1, 13, 0)).isTrue();
        assertThat(latch.target()).isEqualTo(NAT);
    }

    @Test
    void nobodyTakesASettledStreamOver() {
        var latch = new AddressLatch();
        latch.describe(HOME);
        assertThat(latch.accept(HOME, 1, 1, 0)).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(latch.accept(STRANGER, 1, 2 + i, SECOND)).isFalse();
            assertThat(latch.accept(STRANGER, 9, 2 + i, 100 * SECOND)).isFalse();
        }
        assertThat(latch.target()).isEqualTo(HOME);
    }

    @Test
    void whoGoesOnWithTheSameStreamAfterSilenceIsFollowed() {
        var latch = new AddressLatch();
        latch.describe(HOME);
        latch.accept(HOME, 1, 1, 0);
        latch.accept(NAT, 1, 300, 5 * SECOND);
        latch.accept(NAT, 1, 301, 5 * SECOND);
        assertThat(latch.accept(NAT, 1, 302, 5 * SECOND)).isTrue();
        assertThat(latch.target()).isEqualTo(NAT);
    }

    @Test
    void aSecondSourceGoesOnWhereTheFirstEnded() {
        var stream = new ContinuousStream(100, 1_000);
        Object one = new Object();
        Object other = new Object();
        long first = stream.next(one, 65_535, 50, 8_000, 1);
        assertThat(stream.next(one, 0, 210, 8_000, 20_000_001)).isEqualTo(first + 1);
        int last = stream.timestamp(210);
        assertThat(stream.next(other, 7, 900_000, 8_000, 120_000_001)).isEqualTo(first + 2);
        assertThat(stream.switched()).isTrue();
        assertThat(stream.timestamp(900_000) - last).isEqualTo(800);
        assertThat(stream.next(other, 6, 899_840, 8_000, 120_000_002)).isEqualTo(ContinuousStream.REFUSED);
    }

    @Property
    void noNumberIsTakenTwiceByAnotherSource(@ForAll @Size(max = 60) List<Short> numbers) {
        var stream = new ContinuousStream(0, 0);
        long highestOfEarlier = -1;
        long highest = -1;
        Object source = new Object();
        for (short number : numbers) {
            if (number % 7 == 0) {
                source = new Object();
                highestOfEarlier = highest;
            }
            long given = stream.next(source, number & 0xFFFF, number, 8_000, 1);
            if (given != ContinuousStream.REFUSED) {
                assertThat(given).isGreaterThan(highestOfEarlier);
                highest = Math.max(highest, given);
            }
        }
    }

    @Test
    void duplicatesAndRestartsAreTold() {
        var tracker = new SequenceTracker();
        assertThat(tracker.accept(65_534)).isEqualTo(SequenceTracker.Kind.RESTART);
        assertThat(tracker.accept(1)).isEqualTo(SequenceTracker.Kind.NEW);
        assertThat(tracker.accept(65_535)).isEqualTo(SequenceTracker.Kind.LATE);
        assertThat(tracker.accept(65_535)).isEqualTo(SequenceTracker.Kind.DUPLICATE);
        assertThat(tracker.accept(30_000)).isEqualTo(SequenceTracker.Kind.STRAY);
        assertThat(tracker.accept(30_001)).isEqualTo(SequenceTracker.Kind.RESTART);
    }

    @Test
    void reportsSayLossAndRoundTrip() {
        Clock clock = Clock.fixed(Instant.parse("2026-05-05T10:00:00.5Z"), ZoneOffset.UTC);
        var sender = new Reports(clock, 11, "a");
        var receiver = new Reports(clock, 22, "b");
        var heard = new ReceiveStatistics();
        heard.begin(11, 1);
        for (int i = 1; i <= 10; i++) {
            if (i != 5) {
                heard.onPacket(i, 160 * i, 8_000, i * 20_000_000L);
            }
        }
        byte[] bytes = new byte[Reports.LONGEST];
        int length = sender.write(bytes, new Reports.Sent(10, 1_600, 1_600), new ReceiveStatistics(), 0);
        receiver.read(bytes, length, heard, 0);
        length = receiver.write(bytes, new Reports.Sent(0, 0, 0), heard, 2 * SECOND);
        sender.read(bytes, length, new ReceiveStatistics(), 0);
        assertThat(sender.remoteLost()).isEqualTo(1);
        assertThat(receiver.roundTripMillis()).isEqualTo(-1);
        assertThat(heard.jitterMillis()).isLessThan(0.01);
    }

    /** 50 packets, of which each tenth may be missing; every other one is late. */
    private static void stream(ReceiveStatistics heard, int ssrc, long lateNanos, boolean losing) {
        heard.begin(ssrc, 1);
        for (int i = 1; i <= 50; i++) {
            if (!losing || i % 10 != 5) {
                long late = i % 2 == 0 ? 0 : lateNanos;
                heard.onPacket(i, 160 * i, 8_000, i * 20_000_000L + late);
            }
        }
    }

    @Test
    void whatEarlierStreamsSufferedStays() {
        var alone = new ReceiveStatistics();
        stream(alone, 11, LATE, true);
        var both = new ReceiveStatistics();
        stream(both, 11, LATE, true);
        stream(both, 22, 0, false);
        assertThat(both.received()).isEqualTo(45 + 50);
        assertThat(both.lost()).isEqualTo(5);
        assertThat(alone.jitterMillis()).isGreaterThan(15);
        assertThat(both.jitterMillis()).isBetween(alone.jitterMillis() * 45 / 95 - 0.01, alone.jitterMillis() * 0.9);
    }

    @Test
    void aStreamOfAnotherClockLeavesTheJitterOfTheFirst() {
        var heard = new ReceiveStatistics();
        stream(heard, 11, LATE, false);
        double before = heard.jitterMillis();
        heard.begin(22, 1);
        heard.onPacket(1, 960, 48_000, 0);
        assertThat(heard.jitterMillis()).isBetween(before * 0.9, before);
    }

    @Test
    void theFarEndsLossesStayWhenItBeginsAnew() {
        Clock clock = Clock.fixed(Instant.parse("2026-05-05T10:00:00.5Z"), ZoneOffset.UTC);
        var sender = new Reports(clock, 11, "a");
        byte[] bytes = new byte[Reports.LONGEST];
        for (int far : new int[] {22, 33}) {
            var heard = new ReceiveStatistics();
            stream(heard, 11, 0, far == 22);
            for (int again = 0; again < 2; again++) {
                int length = new Reports(clock, far, "b").write(bytes, new Reports.Sent(0, 0, 0), heard, SECOND);
                sender.read(bytes, length, new ReceiveStatistics(), 0);
            }
        }
        assertThat(sender.remoteLost()).isEqualTo(5);
    }

    @Property
    void anyBytesAreReadWithoutHarm(@ForAll @Size(max = 300) byte[] bytes) {
        byte[] room = Arrays.copyOf(bytes, RtpPacket.ROOM);
        new Reports(Clock.systemUTC(), 1, "x").read(room, bytes.length, new ReceiveStatistics(), 0);
        var packet = new RtpPacket(room);
        if (packet.parse(bytes.length)) {
            assertThat(packet.payloadOffset() + packet.payloadLength()).isLessThanOrEqualTo(bytes.length);
        }
    }

    @Test
    void speechIsRatedAsTheEModelSays() {
        assertThat(EModel.mos(0, 0, 0, 25.1)).isCloseTo(4.4, within(0.02));
        assertThat(EModel.mos(0.05, 5, 100, 25.1)).isBetween(3.5, 4.1);
        assertThat(EModel.mos(0.5, 50, 800, 4.3)).isLessThan(1.5);
    }
}
