package org.patchbay.recordings.film;

/** How the clock of a sender relates to the server's, by its sender reports. Not thread-safe. */
final class SenderClock {

    /** The clock was set when it is off by so much. */
    private static final long SET_NANOS = 1_000_000_000;

    private static final double NTP_UNITS_PER_NANO = 4.294967296;

    private boolean known;
    private long offset;

    /** What a time of the sender is by the server's clock. The report that was on its way for the shortest time counts. */
    long serverNanos(long ntp, long arrivalNanos) {
        long nanos = (ntp >>> 32) * 1_000_000_000L + Math.round((ntp & 0xFFFF_FFFFL) / NTP_UNITS_PER_NANO);
        long seen = arrivalNanos - nanos;
        if (!known || seen < offset || seen - offset > SET_NANOS) {
            known = true;
            offset = seen;
        }
        return nanos + offset;
    }
}
