package org.patchbay.phonemedia.rtp;

/**
 * Tells by its number whether a packet is the next, late, there already or of a source that began anew (RFC 3550, appendix
 * A.1). Not thread-safe.
 */
public final class SequenceTracker {

    /** What a packet is. */
    public enum Kind {
        NEW,
        LATE,
        DUPLICATE,
        /** The source began anew; the numbers before mean nothing any more. */
        RESTART,
        /** Far from the others: the next one tells whether the source began anew. */
        STRAY
    }

    private static final int MAX_DROPOUT = 3_000;
    private static final int WINDOW = 64;
    private static final int MODULO = 65_536;

    private boolean started;
    private int highest;
    private long window;
    private int expectedAfterJump = -1;

    /** Takes the next number. */
    public Kind accept(int sequence) {
        if (!started) {
            begin(sequence);
            return Kind.RESTART;
        }
        int ahead = (sequence - highest) & (MODULO - 1);
        if (ahead == 0) {
            return Kind.DUPLICATE;
        }
        if (ahead < MAX_DROPOUT) {
            window = ahead >= WINDOW ? 1 : (window << ahead) | 1;
            highest = sequence;
            expectedAfterJump = -1;
            return Kind.NEW;
        }
        int behind = MODULO - ahead;
        if (behind < WINDOW) {
            long bit = 1L << behind;
            boolean known = (window & bit) != 0;
            window |= bit;
            return known ? Kind.DUPLICATE : Kind.LATE;
        }
        if (sequence == expectedAfterJump) {
            begin(sequence);
            return Kind.RESTART;
        }
        expectedAfterJump = (sequence + 1) & (MODULO - 1);
        return Kind.STRAY;
    }

    private void begin(int sequence) {
        started = true;
        highest = sequence;
        window = 1;
        expectedAfterJump = -1;
    }

    /** Forgets everything: the next packet is the first. */
    public void reset() {
        started = false;
    }
}
