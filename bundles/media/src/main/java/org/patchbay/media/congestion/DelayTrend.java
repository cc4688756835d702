package org.patchbay.media.congestion;

/**
 * Whether packets take longer and longer, as they do when a queue builds up: the arrival-time filter, as a line through
 * the latest delays, and the over-use detector of draft-ietf-rmcat-gcc-02, sections 5.3 and 5.4. Not thread-safe.
 */
final class DelayTrend {

    /** What the detector says. */
    enum Signal {
        NORMAL,
        OVERUSE,
        UNDERUSE
    }

    private static final int WINDOW = 20;
    private static final double SMOOTHING = 0.9;
    private static final double GAIN = 4;
    private static final int MOST_DELTAS = 60;
    private static final double FIRST_THRESHOLD = 12.5;
    private static final double LEAST_THRESHOLD = 6;
    private static final double MOST_THRESHOLD = 600;
    private static final double K_UP = 0.0087;
    private static final double K_DOWN = 0.039;
    private static final double OUTLIER = 15;
    private static final double OVERUSE_MILLIS = 10;
    private static final double LONGEST_STEP_MILLIS = 100;
    private static final long BURST_NANOS = 5_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final double[] times = new double[WINDOW];
    private final double[] delays = new double[WINDOW];
    private int deltas;
    private boolean begun;
    private long groupSentAt;
    private long groupLastSentAt;
    private long groupArrivedAt;
    private boolean hasFormer;
    private long formerSentAt;
    private long formerArrivedAt;
    private long epoch;
    private double accumulated;
    private double smoothed;
    private double threshold = FIRST_THRESHOLD;
    private double overusedFor;
    private double lastTrend;
    private Signal signal = Signal.NORMAL;

    /** Takes a packet in order of sending: when it was sent, and when it arrived by the receiver's clock. */
    void onPacket(long sentAt, long arrivedAt) {
        if (!begun) {
            begun = true;
            epoch = arrivedAt;
            startGroup(sentAt, arrivedAt);
        } else if (sentAt - groupSentAt <= BURST_NANOS) {
            groupLastSentAt = Math.max(groupLastSentAt, sentAt);
            groupArrivedAt = Math.max(groupArrivedAt, arrivedAt);
        } else {
            closeGroup();
            startGroup(sentAt, arrivedAt);
        }
    }

    private void startGroup(long sentAt, long arrivedAt) {
        groupSentAt = sentAt;
        groupLastSentAt = sentAt;
        groupArrivedAt = arrivedAt;
    }

    private void closeGroup() {
        if (hasFormer) {
            double sent = (groupLastSentAt - formerSentAt) / NANOS_PER_MILLI;
            double arrived = (groupArrivedAt - formerArrivedAt) / NANOS_PER_MILLI;
            if (arrived >= 0) {
                onDelta(arrived - sent, sent);
            }
        }
        hasFormer = true;
        formerSentAt = groupLastSentAt;
        formerArrivedAt = groupArrivedAt;
    }

    private void onDelta(double variation, double step) {
        accumulated += variation;
        smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * accumulated;
        int slot = deltas % WINDOW;
        times[slot] = (groupArrivedAt - epoch) / NANOS_PER_MILLI;
        delays[slot] = smoothed;
        deltas++;
        if (deltas >= WINDOW) {
            detect(slope() * Math.min(deltas, MOST_DELTAS) * GAIN, Math.min(step, LONGEST_STEP_MILLIS));
        }
    }

    /** Of the line through the window's points by least squares. */
    private double slope() {
        double timeSum = 0;
        double delaySum = 0;
        for (int i = 0; i < WINDOW; i++) {
            timeSum += times[i];
            delaySum += delays[i];
        }
        double numerator = 0;
        double denominator = 0;
        for (int i = 0; i < WINDOW; i++) {
            double time = times[i] - timeSum / WINDOW;
            numerator += time * (delays[i] - delaySum / WINDOW);
            denominator += time * time;
        }
        return denominator == 0 ? 0 : numerator / denominator;
    }

    private void detect(double trend, double step) {
        if (trend > threshold) {
            overusedFor += step;
            if (overusedFor > OVERUSE_MILLIS && trend >= lastTrend) {
                overusedFor = 0;
                signal = Signal.OVERUSE;
            }
        } else {
            overusedFor = 0;
            signal = trend < -threshold ? Signal.UNDERUSE : Signal.NORMAL;
        }
        lastTrend = trend;
        double beyond = Math.abs(trend) - threshold;
        if (beyond <= OUTLIER) {
            threshold += (beyond < 0 ? K_DOWN : K_UP) * beyond * step;
            threshold = Math.max(LEAST_THRESHOLD, Math.min(MOST_THRESHOLD, threshold));
        }
    }

    Signal signal() {
        return signal;
    }

    /** The bottleneck was relieved: what was seen before says nothing about what comes. */
    void reset() {
        deltas = 0;
        accumulated = 0;
        smoothed = 0;
        overusedFor = 0;
        lastTrend = 0;
        signal = Signal.NORMAL;
    }
}
