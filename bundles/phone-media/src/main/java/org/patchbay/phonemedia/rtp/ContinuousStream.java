package org.patchbay.phonemedia.rtp;

/**
 * Makes one stream of several sources: numbers go on where the last source ended, timestamps by the time that went by. A
 * packet that would take a number again is refused. Not thread-safe.
 */
public final class ContinuousStream {

    /** What {@link #next} answers for a packet that comes too late to be sent. */
    public static final long REFUSED = -1;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MODULO_MASK = 0xFFFF;

    private Object source = this;
    private int clockRate;
    private long firstOfSource;
    private long highest;
    private int sequenceOfSource;
    private long extendedOfSource;
    private int timestampOffset;
    private int lastTimestamp;
    private long lastSent;
    private boolean switched;
    private boolean started;

    /** Begins at a number and a timestamp that nobody can guess (RFC 3550, section 5.1). */
    public ContinuousStream(int firstSequence, int firstTimestamp) {
        highest = firstSequence & 0x7FFF;
        lastTimestamp = firstTimestamp;
    }

    /**
     * The number, which never wraps, for a packet of a source.
     *
     * @param from whose packet it is: another object is another source
     * @param rate its RTP clock
     */
    public long next(Object from, int sequence, int timestamp, int rate, long now) {
        switched = from != source || rate != clockRate;
        if (switched) {
            begin(from, sequence, timestamp, rate, now);
        }
        int distance = (short) (sequence - sequenceOfSource);
        long extended = extendedOfSource + distance;
        if (extended < firstOfSource) {
            return REFUSED;
        }
        if (extended > highest || switched) {
            highest = extended;
            sequenceOfSource = sequence;
            extendedOfSource = extended;
            int mapped = timestamp + timestampOffset;
            if (mapped != lastTimestamp || lastSent == 0) {
                lastTimestamp = mapped;
                lastSent = now; // packets of one event share a timestamp, which is that of its beginning
            }
        }
        return extended;
    }

    private void begin(Object from, int sequence, int timestamp, int rate, long now) {
        long elapsed = started ? Math.max(1, (long) ((now - lastSent) / NANOS_PER_SECOND * rate)) : 0;
        started = true;
        source = from;
        clockRate = rate;
        firstOfSource = highest + 1;
        sequenceOfSource = sequence;
        extendedOfSource = firstOfSource;
        timestampOffset = (int) (lastTimestamp + elapsed) - timestamp;
    }

    /** The timestamp of the packet that was asked for last. */
    public int timestamp(int timestampOfSource) {
        return timestampOfSource + timestampOffset;
    }

    /** Whether the packet that was asked for last was the first of another source. */
    public boolean switched() {
        return switched;
    }

    public static int sequence(long extended) {
        return (int) extended & MODULO_MASK;
    }

    /** Where the stream is now by its clock, for sender reports (RFC 3550, section 6.4.1). */
    public int timestampAt(long now) {
        return lastTimestamp + (int) ((now - lastSent) / NANOS_PER_SECOND * clockRate);
    }
}
