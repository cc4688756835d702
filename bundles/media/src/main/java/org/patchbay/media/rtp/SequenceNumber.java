package org.patchbay.media.rtp;

/** Arithmetic of 16-bit numbers that wrap (RFC 3550, appendix A.1). */
public final class SequenceNumber {

    private SequenceNumber() {}

    /** How far {@code a} is ahead of {@code b}, -32768 to 32767. */
    public static int delta(int a, int b) {
        return (short) (a - b);
    }

    /** Whether {@code a} comes after {@code b}. */
    public static boolean isNewer(int a, int b) {
        return delta(a, b) > 0;
    }

    /** The number that ends in {@code sequence} and is nearest to {@code reference}. */
    public static long unwrap(int sequence, long reference) {
        return reference + delta(sequence, (int) reference);
    }
}
