package org.patchbay.media.rtp;

/** Looks into H.264 payloads (RFC 6184, section 5). */
final class H264Payload {

    private static final int SPS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private H264Payload() {}

    /** Whether a sequence parameter set is in it: with that, and not without, a decoder begins. */
    static boolean keyFrameStart(byte[] buffer, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int type = buffer[offset] & 0x1F;
        if (type == STAP_A) {
            return aggregates(buffer, offset + 1, offset + length);
        }
        boolean start = (buffer[offset + 1] & 0x80) != 0;
        return type == SPS || (type == FU_A && start && (buffer[offset + 1] & 0x1F) == SPS);
    }

    private static boolean aggregates(byte[] buffer, int start, int end) {
        int at = start;
        while (at + 3 <= end) {
            if ((buffer[at + 2] & 0x1F) == SPS) {
                return true;
            }
            at += 2 + BigEndian.get16(buffer, at);
        }
        return false;
    }
}
