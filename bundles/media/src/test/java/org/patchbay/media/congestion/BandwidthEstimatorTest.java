package org.patchbay.media.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.media.rtcp.RtcpReader;
import org.patchbay.media.rtcp.RtcpWriter;
import org.patchbay.media.rtcp.TransportFeedback;

class BandwidthEstimatorTest {

    private static final long MILLI = 1_000_000;
    private static final int PACKET = 1_000;
    private static final long FEEDBACK = 60 * MILLI;
    private static final long EPOCH = 1_000_000 * MILLI;

    private final BandwidthEstimator estimator = new BandwidthEstimator();
    private final TransportFeedback feedback = new TransportFeedback(EPOCH);
    private final RtcpWriter writer = new RtcpWriter();
    private final RtcpReader reader = new RtcpReader();
    private final Random random = new Random(5);
    private final Queue<long[]> onTheWay = new ArrayDeque<>();
    private long now = EPOCH;
    private long linkFreeAt;
    private long nextSend = EPOCH;
    private long nextFeedback = EPOCH + FEEDBACK;

    /** Sends what the estimate says, at most so much, over a link of that capacity; answers the longest queue in ms. */
    private long run(long millis, long capacity, long most, double loss) {
        long end = now + millis * MILLI;
        long longest = 0;
        while (now < end) {
            now += MILLI;
            while (nextSend <= now) {
                int sequence = estimator.nextSequence();
                estimator.sent(sequence, PACKET, nextSend);
                linkFreeAt = Math.max(linkFreeAt, nextSend) + PACKET * 8_000 * MILLI / capacity;
                longest = Math.max(longest, (linkFreeAt - nextSend) / MILLI);
                if (random.nextDouble() >= loss) {
                    onTheWay.add(new long[] {sequence, linkFreeAt + 30 * MILLI});
                }
                nextSend += PACKET * 8_000 * MILLI / Math.min(most, estimator.bitsPerSecond());
            }
            while (!onTheWay.isEmpty() && onTheWay.element()[1] <= now) {
                long[] packet = onTheWay.remove();
                feedback.onPacket((int) packet[0], packet[1]);
            }
            if (now >= nextFeedback) {
                nextFeedback += FEEDBACK;
                report();
            }
        }
        return longest;
    }

    private void report() {
        while (feedback.pending()) {
            writer.start(1);
            int empty = writer.length();
            writer.transportFeedback(feedback, 1, 2);
            if (writer.length() == empty) {
                return;
            }
            reader.start(writer.buffer(), 0, writer.length());
            while (reader.next()) {
                if (reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.TRANSPORT_CC)) {
                    estimator.onFeedback(reader.buffer(), reader.offset(), reader.length(), now);
                }
            }
        }
    }

    @Test
    void takesAFreshConnectionToCarryMuch() {
        run(100, 10_000_000, 500_000, 0);
        assertThat(estimator.bitsPerSecond()).isBetween(BandwidthEstimator.START, BandwidthEstimator.START * 2);
    }

    @Test
    void fallsToWhatALinkCarriesWithinTwoSeconds() {
        run(2_000, 1_000_000, 2_500_000, 0);
        assertThat(estimator.bitsPerSecond()).isBetween(500_000L, 1_050_000L);
        assertThat(estimator.fell()).isTrue();
        assertThat(estimator.fell()).isFalse();
    }

    @Test
    void fallsAsSoonAfterAnHourOfCalm() {
        run(3_600_000, 20_000_000, 1_500_000, 0);
        run(3_000, 1_000_000, 2_500_000, 0);
        assertThat(estimator.bitsPerSecond()).isBetween(500_000L, 1_050_000L);
    }

    @Test
    void keepsTheQueueShortAfterwards() {
        run(5_000, 1_000_000, 2_500_000, 0);
        long longest = run(55_000, 1_000_000, 2_500_000, 0);
        assertThat(longest).isLessThan(600);
        assertThat(estimator.bitsPerSecond()).isBetween(400_000L, 1_200_000L);
    }

    @Test
    void growsAgainWhenTheLinkDoes() {
        run(10_000, 600_000, 2_500_000, 0);
        run(60_000, 8_000_000, 2_500_000, 0);
        assertThat(estimator.bitsPerSecond()).isGreaterThan(2_000_000);
    }

    @Test
    void recoversSoonWhenTheNetworkStoodStill() {
        run(8_000, 20_000_000, 1_500_000, 0);
        linkFreeAt = now + 1_500 * MILLI;
        run(10_000, 20_000_000, 1_500_000, 0);
        assertThat(estimator.bitsPerSecond()).isGreaterThan(1_000_000);
    }

    @Test
    void recoversSoonFromARateThatWasTooLow() {
        run(8_000, 20_000_000, 1_500_000, 0);
        run(1_500, 200_000, 1_500_000, 0);
        long fallen = estimator.bitsPerSecond();
        onTheWay.forEach(packet -> packet[1] = Math.min(packet[1], now + 30 * MILLI));
        linkFreeAt = now;
        run(12_000, 20_000_000, 1_500_000, 0);
        assertThat(fallen).isLessThan(1_000_000);
        assertThat(estimator.bitsPerSecond()).isGreaterThan(700_000);
    }

    @Test
    void givesNothingUpForATenthOfLoss() {
        run(60_000, 8_000_000, 1_500_000, 0.1);
        assertThat(estimator.bitsPerSecond()).isGreaterThan(1_500_000);
        assertThat(estimator.loss()).isBetween(0.05, 0.15);
    }

    @Test
    void sendsLessWhenAThirdIsLost() {
        run(10_000, 8_000_000, 2_500_000, 0.34);
        assertThat(estimator.bitsPerSecond()).isBetween((long) BandwidthEstimator.LEAST_BY_LOSS, 1_200_000L);
    }

    @Test
    void obeysTheReceiversMaximum() {
        writer.start(1);
        writer.maximum(1, 654_321, new int[] {7, 8}, 2);
        reader.start(writer.buffer(), 0, writer.length());
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.isMaximum()).isTrue();
        estimator.onMaximum(reader.maximum());
        assertThat(estimator.bitsPerSecond()).isBetween(654_000L, 654_321L);
        assertThat(estimator.fell()).isTrue();
    }

    @Property(tries = 5_000)
    void neverReadsBeyondTheFeedback(@ForAll @Size(max = 60) byte[] bytes) {
        estimator.onFeedback(bytes, 0, bytes.length, EPOCH);
        assertThat(estimator.bitsPerSecond()).isPositive();
    }
}
