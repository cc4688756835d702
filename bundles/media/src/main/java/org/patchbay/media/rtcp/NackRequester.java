package org.patchbay.media.rtcp;

import org.patchbay.media.rtp.SequenceNumber;

/**
 * Finds gaps in a stream of video and decides when to ask for what is missing (RFC 4585, section 6.2.1). Holds at most
 * {@link #MAX_MISSING} numbers; a wider gap is given up. Not thread-safe.
 */
public final class NackRequester {

    static final int MAX_MISSING = 256;
    static final int MAX_ATTEMPTS = 8;
    static final long RETRY_NANOS = 80_000_000;

    private final int[] missing = new int[MAX_MISSING];
    private final int[] attempts = new int[MAX_MISSING];
    private final long[] askedAt = new long[MAX_MISSING];
    private final int[] due = new int[MAX_MISSING];
    private int count;
    private int highest = -1;

    /** Notes an arrived packet; false if the gap before it is too wide to be filled. */
    public boolean onPacket(int sequence) {
        if (highest < 0) {
            highest = sequence;
            return true;
        }
        int ahead = SequenceNumber.delta(sequence, highest);
        if (ahead <= 0) {
            remove(sequence);
            return true;
        }
        boolean fits = count + ahead - 1 <= MAX_MISSING;
        if (!fits) {
            count = 0;
        }
        for (int lost = highest + 1; fits && (lost & 0xFFFF) != sequence; lost++) {
            missing[count] = lost & 0xFFFF;
            attempts[count] = 0;
            count++;
        }
        highest = sequence;
        return fits;
    }

    /** Collects what to ask for now into {@link #due} and answers how many; forgets what was asked for too often. */
    public int collect(long now) {
        int kept = 0;
        int asked = 0;
        for (int i = 0; i < count; i++) {
            boolean isDue = attempts[i] == 0 || now - askedAt[i] >= RETRY_NANOS;
            if (isDue && attempts[i] == MAX_ATTEMPTS) {
                continue;
            }
            missing[kept] = missing[i];
            attempts[kept] = isDue ? attempts[i] + 1 : attempts[i];
            askedAt[kept] = isDue ? now : askedAt[i];
            if (isDue) {
                due[asked++] = missing[i];
            }
            kept++;
        }
        count = kept;
        return asked;
    }

    /** What {@link #collect} found, in rising order. */
    public int[] due() {
        return due;
    }

    private void remove(int sequence) {
        for (int i = 0; i < count; i++) {
            if (missing[i] == sequence) {
                int behind = count - i - 1;
                System.arraycopy(missing, i + 1, missing, i, behind);
                System.arraycopy(attempts, i + 1, attempts, i, behind);
                System.arraycopy(askedAt, i + 1, askedAt, i, behind);
                count--;
                return;
            }
        }
    }
}
