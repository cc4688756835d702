package org.patchbay.phonemedia.rtp;

/** Finds what is new in a payload that also repeats what was before (RFC 2198). */
public final class Redundant {

    private static final int MOST_BLOCKS = 8;

    private Redundant() {}

    /** Where the last block, which is what is new, begins; -1 if the payload is malformed. */
    public static int primary(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        int before = 0;
        for (int i = 0; i < MOST_BLOCKS && at < end; i++) {
            if ((bytes[at] & 0x80) == 0) {
                int begin = at + 1 + before;
                return begin <= end ? begin : -1;
            }
            if (at + 4 > end) {
                return -1;
            }
            before += BigEndian.get16(bytes, at + 2) & 0x3FF;
            at += 4;
        }
        return -1;
    }
}
