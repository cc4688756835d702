package org.patchbay.media.rtp;

/**
 * A view of an RTP packet in a buffer (RFC 3550, section 5.1) with its header extensions (RFC 8285). One instance is
 * pointed at packet after packet. Not thread-safe.
 */
public final class RtpPacket {

    /** Bytes of the header without CSRCs and extensions. */
    public static final int FIXED_HEADER_LENGTH = 12;

    private static final int ONE_BYTE_PROFILE = 0xBEDE;
    private static final int TWO_BYTE_PROFILE = 0x100;
    private static final int OSN_LENGTH = 2;

    private byte[] buffer = new byte[0];
    private int offset;
    private int length;
    private int headerLength;
    private int paddingLength;
    private final int[] extensionAt = new int[16];
    private final int[] extensionLength = new int[16];

    /** Whether this can be RTP rather than RTCP, STUN or DTLS (RFC 5761, section 4; RFC 7983). */
    public static boolean isRtp(byte[] buffer, int offset, int length) {
        return length >= FIXED_HEADER_LENGTH
                && BigEndian.get8(buffer, offset) >> 6 == 2
                && !isRtcpType(BigEndian.get8(buffer, offset + 1));
    }

    /** Whether this can be RTCP. */
    public static boolean isRtcp(byte[] buffer, int offset, int length) {
        return length >= 8
                && BigEndian.get8(buffer, offset) >> 6 == 2
                && isRtcpType(BigEndian.get8(buffer, offset + 1));
    }

    private static boolean isRtcpType(int type) {
        return type >= 192 && type <= 223;
    }

    /** The SSRC of what {@link #isRtp} holds for, before anything else is known of it. */
    public static int ssrc(byte[] buffer, int offset) {
        return BigEndian.get32(buffer, offset + 8);
    }

    /** Points this at a decrypted packet; false, and then useless, if it is malformed. */
    public boolean parse(byte[] source, int start, int size) {
        buffer = source;
        offset = start;
        length = size;
        paddingLength = 0;
        java.util.Arrays.fill(extensionLength, 0);
        if (size < FIXED_HEADER_LENGTH || BigEndian.get8(source, start) >> 6 != 2) {
            return false;
        }
        int first = BigEndian.get8(source, start);
        headerLength = FIXED_HEADER_LENGTH + 4 * (first & 0x0F);
        if ((first & 0x10) != 0 && !parseExtensions()) {
            return false;
        }
        if (headerLength > size) {
            return false;
        }
        return (first & 0x20) == 0 || parsePadding();
    }

    private boolean parsePadding() {
        if (headerLength == length) {
            return false;
        }
        paddingLength = BigEndian.get8(buffer, offset + length - 1);
        return paddingLength > 0 && headerLength + paddingLength <= length;
    }

    private boolean parseExtensions() {
        int at = offset + headerLength;
        int end = offset + length;
        if (at + 4 > end) {
            return false;
        }
        int profile = BigEndian.get16(buffer, at);
        int extensionEnd = at + 4 + 4 * BigEndian.get16(buffer, at + 2);
        if (extensionEnd > end) {
            return false;
        }
        headerLength = extensionEnd - offset;
        if (profile == ONE_BYTE_PROFILE) {
            parseElements(at + 4, extensionEnd, true);
        } else if (profile >> 4 == TWO_BYTE_PROFILE) {
            parseElements(at + 4, extensionEnd, false);
        }
        return true;
    }

    /** Reads the elements until the end or the first malformed one; ids of 15 and above are of no interest. */
    private void parseElements(int start, int end, boolean oneByte) {
        int at = start;
        while (at < end) {
            int head = BigEndian.get8(buffer, at);
            if (head == 0) {
                at++;
                continue;
            }
            int id = oneByte ? head >> 4 : head;
            if (oneByte ? id == 15 : at + 1 >= end) {
                return;
            }
            int size = oneByte ? (head & 0x0F) + 1 : BigEndian.get8(buffer, at + 1);
            at += oneByte ? 1 : 2;
            if (at + size > end) {
                return;
            }
            if (id < 15) {
                extensionAt[id] = at;
                extensionLength[id] = size;
            }
            at += size;
        }
    }

    /** Where in the buffer the extension's data begins; -1 if the packet has fewer than {@code least} bytes of it. */
    public int extension(int id, int least) {
        return extensionLength[id] >= least ? extensionAt[id] : -1;
    }

    /** How long the extension's data is; 0 if it is not there. */
    public int extensionLength(int id) {
        return extensionLength[id];
    }

    /**
     * Turns a retransmission into what it retransmits (RFC 4588, section 4), in place; false if it carries nothing, as
     * when a sender probes for bandwidth.
     */
    public boolean unwrapRtx(int originalSsrc, int originalPayloadType) {
        if (payloadLength() < OSN_LENGTH) {
            return false;
        }
        int original = BigEndian.get16(buffer, payloadOffset());
        System.arraycopy(buffer, offset, buffer, offset + OSN_LENGTH, headerLength);
        int marker = BigEndian.get8(buffer, offset + 1) & 0x80;
        int start = offset + OSN_LENGTH;
        buffer[start + 1] = (byte) (marker | originalPayloadType);
        BigEndian.put16(buffer, start + 2, original);
        BigEndian.put32(buffer, start + 8, originalSsrc);
        return parse(buffer, start, length - OSN_LENGTH);
    }

    public byte[] buffer() {
        return buffer;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    public boolean marker() {
        return (buffer[offset + 1] & 0x80) != 0;
    }

    public int payloadType() {
        return buffer[offset + 1] & 0x7F;
    }

    public int sequence() {
        return BigEndian.get16(buffer, offset + 2);
    }

    public int timestamp() {
        return BigEndian.get32(buffer, offset + 4);
    }

    public int ssrc() {
        return ssrc(buffer, offset);
    }

    public int payloadOffset() {
        return offset + headerLength;
    }

    /** Without padding. */
    public int payloadLength() {
        return length - headerLength - paddingLength;
    }
}
