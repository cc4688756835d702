package org.patchbay.media.rtcp;

import org.patchbay.media.rtp.BigEndian;

/**
 * Steps through a decrypted compound of RTCP packets (RFC 3550, section 6.1; RFC 5506), never past its end. Not
 * thread-safe.
 */
public final class RtcpReader {

    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int SOURCE_DESCRIPTION = 202;
    public static final int TRANSPORT_FEEDBACK = 205;
    public static final int PAYLOAD_FEEDBACK = 206;

    /** Format of a generic NACK (RFC 4585, section 6.2.1). */
    public static final int NACK = 1;

    /** Format of transport-wide congestion control feedback. */
    public static final int TRANSPORT_CC = 15;

    /** Format of a picture loss indication (RFC 4585, section 6.3.1). */
    public static final int PICTURE_LOSS = 1;

    /** Format of a full intra request (RFC 5104, section 4.3.1). */
    public static final int FULL_INTRA_REQUEST = 4;

    /** Format of application layer feedback. */
    static final int APPLICATION = 15;

    /** "REMB". */
    static final int REMB = 0x52454D42;

    private static final int FEEDBACK_HEADER = 12;
    private static final int REMB_LENGTH = 20;

    private byte[] buffer = new byte[0];
    private int next;
    private int end;
    private int offset;
    private int length;

    /** Points this before the first packet. */
    public void start(byte[] source, int start, int size) {
        buffer = source;
        next = start;
        end = start + size;
    }

    /** Steps to the next packet; false at the end or where the rest is malformed. */
    public boolean next() {
        if (next + 4 > end || BigEndian.get8(buffer, next) >> 6 != 2) {
            return false;
        }
        offset = next;
        length = 4 * (BigEndian.get16(buffer, offset + 2) + 1);
        next = offset + length;
        return next <= end;
    }

    public int type() {
        return BigEndian.get8(buffer, offset + 1);
    }

    /** The count of report blocks, or the format of feedback. */
    public int count() {
        return buffer[offset] & 0x1F;
    }

    public int length() {
        return length;
    }

    /** The 32-bit word at a byte offset in the packet, which must be within {@link #length}. */
    public int word(int at) {
        return BigEndian.get32(buffer, offset + at);
    }

    /** Whether this is feedback of that kind, and whole. */
    public boolean isFeedback(int type, int format) {
        return type() == type && count() == format && length >= FEEDBACK_HEADER;
    }

    /** How many FCI entries of that size the feedback has. */
    public int entries(int size) {
        return (length - FEEDBACK_HEADER) / size;
    }

    /** The first word of an FCI entry. */
    public int entry(int index, int size) {
        return word(FEEDBACK_HEADER + index * size);
    }

    /** Whether this is the receiver's estimated maximum bitrate (draft-alvestrand-rmcat-remb-03). */
    public boolean isMaximum() {
        return isFeedback(PAYLOAD_FEEDBACK, APPLICATION) && length >= REMB_LENGTH && word(FEEDBACK_HEADER) == REMB;
    }

    /** That maximum in bits a second. */
    public long maximum() {
        int word = word(FEEDBACK_HEADER + 4);
        int exponent = Math.min(40, word >>> 18 & 0x3F);
        return (word & 0x3_FFFFL) << exponent;
    }

    /** Where the packet is in its buffer. */
    public int offset() {
        return offset;
    }

    public byte[] buffer() {
        return buffer;
    }
}
