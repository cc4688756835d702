package org.patchbay.phonemedia.rtp;

/**
 * An RTP packet in the buffer in which it came (RFC 3550, section 5.1), with room behind it for an authentication tag. Used
 * again for the next one. Not thread-safe.
 */
public final class RtpPacket {

    public static final int HEADER = 12;

    /** The longest packet that is taken, and the room for what SRTP adds. */
    public static final int LONGEST = 1_500;

    public static final int ROOM = LONGEST + 64;

    private static final int VERSION = 2;

    private final byte[] bytes;
    private int length;
    private int payloadOffset;
    private int payloadLength;

    public RtpPacket(byte[] buffer) {
        bytes = buffer;
    }

    /** Looks whether so many bytes are a packet, and finds its payload. */
    public boolean parse(int size) {
        length = size;
        if (size < HEADER || size > LONGEST || (bytes[0] & 0xC0) >> 6 != VERSION) {
            return false;
        }
        int offset = HEADER + 4 * (bytes[0] & 0x0F);
        if ((bytes[0] & 0x10) != 0) {
            if (offset + 4 > size) {
                return false;
            }
            offset += 4 + 4 * BigEndian.get16(bytes, offset + 2);
        }
        int padding = (bytes[0] & 0x20) != 0 && offset < size ? bytes[size - 1] & 0xFF : 0;
        payloadOffset = offset;
        payloadLength = size - offset - padding;
        return payloadLength >= 0;
    }

    /** Whether a datagram is RTCP among RTP (RFC 5761, section 4). */
    public static boolean isRtcp(byte[] bytes, int size) {
        int type = size > 1 ? bytes[1] & 0xFF : 0;
        return type >= 192 && type <= 223;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }

    public boolean marker() {
        return (bytes[1] & 0x80) != 0;
    }

    public int payloadType() {
        return bytes[1] & 0x7F;
    }

    public int sequence() {
        return BigEndian.get16(bytes, 2);
    }

    public int timestamp() {
        return BigEndian.get32(bytes, 4);
    }

    public int ssrc() {
        return BigEndian.get32(bytes, 8);
    }

    /** Writes a bare header before the payload, which moves there, and answers the packet's length. */
    public int rewrite(boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        if (payloadOffset != HEADER) {
            System.arraycopy(bytes, payloadOffset, bytes, HEADER, payloadLength);
            payloadOffset = HEADER;
        }
        length = HEADER + payloadLength;
        writeHeader(bytes, marker, payloadType, sequence, timestamp, ssrc);
        return length;
    }

    /** Takes another payload, of that length, written where the payload begins. */
    public void payloadWritten(int size) {
        payloadLength = size;
        length = payloadOffset + size;
    }

    public static void writeHeader(byte[] out, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
        out[0] = (byte) (VERSION << 6);
        out[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
        BigEndian.put16(out, 2, sequence);
        BigEndian.put32(out, 4, timestamp);
        BigEndian.put32(out, 8, ssrc);
    }
}
