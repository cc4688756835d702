package org.patchbay.media.congestion;

import org.patchbay.media.rtp.RateMeter;

/**
 * How many bits a second one receiver's connection carries (draft-ietf-rmcat-gcc-02, sections 5.5 and 6). It is taken to
 * carry much until delay grows or packets are lost; then a little less than what arrived, but half at a time at most, for
 * often little was sent. From there the estimate grows slowly, and later each time that growth failed; after a first fall
 * it returns soon to what had arrived before. Not thread-safe.
 */
public final class BandwidthEstimator implements FeedbackReader.Listener {

    /** Before anything is known. */
    public static final long START = 3_000_000;

    static final double LEAST = 100_000;
    static final long MOST = 1_000_000_000;

    /** Loss alone leaves at least this much: it may well not come from congestion. */
    static final double LEAST_BY_LOSS = 300_000;

    private static final double DECREASE = 0.85;
    private static final double GROWTH_PER_SECOND = 0.08;

    /** As long as it is far below what has arrived before: then it fell for something that is over. */
    private static final double RECOVERY_PER_SECOND = 0.6;

    private static final double HIGH_LOSS = 0.15;
    private static final double LOW_LOSS = 0.05;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOSS_WINDOW_NANOS = 2_000_000_000;
    private static final int LEAST_PACKETS = 40;
    private static final long DECREASE_INTERVAL_NANOS = 400_000_000;
    private static final long SHORTEST_HOLD_NANOS = 2_000_000_000L;
    private static final long GROWING_NANOS = 6_000_000_000L;
    private static final long LONGEST_HOLD_NANOS = 60_000_000_000L;

    /** Of the remote rate controller (draft-ietf-rmcat-gcc-02, section 5.5). */
    enum State {
        INCREASE,
        HOLD,
        DECREASE
    }

    private final SentPackets sent = new SentPackets();
    private final FeedbackReader reader = new FeedbackReader();
    private final DelayTrend trend = new DelayTrend();
    private final RateMeter arrivedRate = new RateMeter();
    private State state = State.INCREASE;
    private double rate = START;
    private double proven;
    private long cap = MOST;
    private int nextSequence;
    private int arrived;
    private int lost;
    private double loss;
    private long now;
    private long updatedAt;
    private long lossWindowAt;
    private long decreasedAt;
    private long holdNanos = SHORTEST_HOLD_NANOS;
    private boolean begun;
    private boolean everDecreased;
    private boolean fell;

    /** The transport-wide sequence number of the next packet. */
    public int nextSequence() {
        int sequence = nextSequence;
        nextSequence = (nextSequence + 1) & 0xFFFF;
        return sequence;
    }

    /** A packet with that number went out. */
    public void sent(int sequence, int size, long at) {
        sent.put(sequence, size, at);
    }

    /** The receiver reports what arrived. */
    public void onFeedback(byte[] buffer, int offset, int length, long at) {
        if (!begun) {
            begun = true;
            updatedAt = at;
            lossWindowAt = at;
        }
        now = at;
        reader.read(buffer, offset, length, this);
        update();
    }

    /** The receiver's own estimate (draft-alvestrand-rmcat-remb-03). */
    public void onMaximum(long bitsPerSecond) {
        fell |= bitsPerSecond < bitsPerSecond();
        cap = Math.max((long) LEAST, Math.min(MOST, bitsPerSecond));
    }

    @Override
    public void arrived(int sequence, long nanos) {
        if (sent.knows(sequence)) {
            arrived++;
            arrivedRate.add(sent.size(sequence), now);
            trend.onPacket(sent.sentAt(sequence), nanos);
            sent.forget(sequence);
        }
    }

    @Override
    public void lost(int sequence) {
        if (sent.knows(sequence)) {
            lost++;
            sent.forget(sequence);
        }
    }

    private void update() {
        double before = rate;
        double arriving = arrivedRate.bitsPerSecond(now);
        boolean mayDecrease = !everDecreased || now - decreasedAt > DECREASE_INTERVAL_NANOS;
        if (trend.signal() == DelayTrend.Signal.OVERUSE && mayDecrease) {
            decrease(Math.max(DECREASE * arriving, trusted() / 2), LEAST, arriving);
            trend.reset();
        } else if (now - lossWindowAt > LOSS_WINDOW_NANOS && arrived + lost >= LEAST_PACKETS) {
            loss = (double) lost / (arrived + lost);
            arrived = 0;
            lost = 0;
            lossWindowAt = now;
            if (loss > HIGH_LOSS && mayDecrease) {
                decrease(Math.min(rate, arriving) * (1 - loss / 2), LEAST_BY_LOSS, arriving);
            }
        }
        grow();
        if (state == State.INCREASE) {
            proven = Math.max(proven, arriving);
        }
        updatedAt = now;
        fell |= rate < before;
    }

    /** What grew beyond all that ever arrived is a hope, and forgotten at the first fall. */
    private double trusted() {
        return Math.min(rate, Math.max(proven, START));
    }

    /** To that rate, but not below the least, and never up. */
    private void decrease(double next, double least, double arriving) {
        boolean soon = everDecreased && now - decreasedAt < 2 * holdNanos + GROWING_NANOS;
        boolean sameFall = everDecreased && now - decreasedAt < SHORTEST_HOLD_NANOS / 2;
        if (!sameFall && soon) {
            proven = arriving;
        }
        if (!sameFall) {
            holdNanos = soon ? Math.min(2 * holdNanos, LONGEST_HOLD_NANOS) : SHORTEST_HOLD_NANOS;
        }
        rate = Math.min(rate, Math.max(least, next));
        state = State.DECREASE;
        everDecreased = true;
        decreasedAt = now;
    }

    private void grow() {
        boolean calm = trend.signal() == DelayTrend.Signal.NORMAL && loss < LOW_LOSS;
        boolean held = everDecreased && now - decreasedAt < holdNanos;
        state = calm && !held ? State.INCREASE : state == State.DECREASE && held ? State.DECREASE : State.HOLD;
        if (state == State.INCREASE) {
            double seconds = Math.min(1, (now - updatedAt) / NANOS_PER_SECOND);
            double growth = rate < proven / 2 ? RECOVERY_PER_SECOND : GROWTH_PER_SECOND;
            rate = Math.min((double) MOST, rate * (1 + growth * seconds));
        }
    }

    /** What the connection carries now; of one that never reported anything it is not known, so it is taken to be much. */
    public long bitsPerSecond() {
        return begun ? Math.min(cap, (long) rate) : cap;
    }

    /** The share of packets that were lost lately, 0 to 1. */
    public double loss() {
        return loss;
    }

    /** Whether the estimate fell since the last call: then there is no time to lose. */
    public boolean fell() {
        boolean answer = fell;
        fell = false;
        return answer;
    }
}
