package org.patchbay.recordings.film;

/**
 * Tells when the timestamps of one SSRC were, by the clock of the server: at first as they arrive, then by sender reports
 * (RFC 3550, section 6.4.1), which put all that comes from one sender on one clock. Not thread-safe.
 */
final class RtpClock {

    /** A report that says something this far from what arrives is wrong. */
    private static final long WRONG_NANOS = 3_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final int rate;
    private final SenderClock sender;
    private boolean anchored;
    private boolean reported;
    private long anchorTimestamp;
    private long anchorNanos;
    private long latestTimestamp;

    RtpClock(int rate, SenderClock sender) {
        this.rate = rate;
        this.sender = sender;
    }

    /** Notes a packet as it arrives. Until reports come, the one that was on its way for the shortest time counts. */
    void onPacket(long timestamp, long arrivalNanos) {
        if (!anchored) {
            anchored = true;
            anchorTimestamp = timestamp;
            latestTimestamp = timestamp;
            anchorNanos = arrivalNanos;
            return;
        }
        long extended = extend(timestamp);
        latestTimestamp = Math.max(latestTimestamp, extended);
        long late = arrivalNanos - nanosOf(extended);
        if ((!reported && late < 0) || Math.abs(late) > WRONG_NANOS) {
            reported &= Math.abs(late) <= WRONG_NANOS;
            anchorTimestamp = extended;
            anchorNanos = arrivalNanos;
        }
    }

    /** Notes a sender report as it arrives. */
    void onReport(long ntp, long timestamp, long arrivalNanos) {
        if (ntp == 0 || !anchored) {
            return;
        }
        long nanos = sender.serverNanos(ntp, arrivalNanos);
        long extended = extend(timestamp);
        if (Math.abs(nanos - nanosOf(extended)) < WRONG_NANOS) {
            reported = true;
            anchorTimestamp = extended;
            anchorNanos = nanos;
        }
    }

    /** When a timestamp was; one near those that arrived last. */
    long nanos(long timestamp) {
        return nanosOf(extend(timestamp));
    }

    private long nanosOf(long extended) {
        return anchorNanos + Math.round((extended - anchorTimestamp) * (NANOS_PER_SECOND / rate));
    }

    private long extend(long timestamp) {
        return latestTimestamp + (int) (timestamp - latestTimestamp);
    }
}
