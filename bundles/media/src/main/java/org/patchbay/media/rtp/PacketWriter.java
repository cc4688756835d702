package org.patchbay.media.rtp;

import org.patchbay.spi.media.HeaderExtension;

/**
 * Writes forwarded packets: our own header with our own extensions, then the payload as it came. Extensions that hold for
 * one hop only (transport-cc, RID) are left out, audio level is kept, MID and the sending time are stamped. Not
 * thread-safe.
 */
public final class PacketWriter {

    /** Room for the largest datagram, our header and the authentication tag. */
    public static final int CAPACITY = 2_048;

    private static final int ROOM_FOR_TAG = 32;
    private static final int EXTENSION_START = RtpPacket.FIXED_HEADER_LENGTH + 4;
    private static final int LONGEST_HEADER = EXTENSION_START + 16;

    private final byte[] buffer = new byte[CAPACITY];
    private int payloadOffset;
    private int length;

    /** What to write instead of the packet's own. */
    public void start(RtpPacket packet, int payloadType, int sequence, int timestamp, int ssrc) {
        buffer[0] = (byte) 0x90;
        buffer[1] = (byte) (packet.marker() ? 0x80 | payloadType : payloadType);
        BigEndian.put16(buffer, 2, sequence);
        BigEndian.put32(buffer, 4, timestamp);
        BigEndian.put32(buffer, 8, ssrc);
    }

    /** Writes the extensions; {@code sendTime} is in units of 2^-18 seconds, negative for none. */
    public void extensions(RtpPacket packet, byte[] mid, int sendTime) {
        int at = EXTENSION_START;
        buffer[at++] = (byte) (HeaderExtension.MID.id() << 4 | mid.length - 1);
        for (byte letter : mid) {
            buffer[at++] = letter;
        }
        if (sendTime >= 0) {
            buffer[at++] = (byte) (HeaderExtension.ABS_SEND_TIME.id() << 4 | 2);
            BigEndian.put24(buffer, at, sendTime);
            at += 3;
        }
        int level = packet.extension(HeaderExtension.AUDIO_LEVEL.id(), 1);
        if (level >= 0) {
            buffer[at++] = (byte) (HeaderExtension.AUDIO_LEVEL.id() << 4);
            buffer[at++] = packet.buffer()[level];
        }
        while (at % 4 != 0) {
            buffer[at++] = 0;
        }
        BigEndian.put16(buffer, RtpPacket.FIXED_HEADER_LENGTH, 0xBEDE);
        BigEndian.put16(buffer, RtpPacket.FIXED_HEADER_LENGTH + 2, (at - EXTENSION_START) / 4);
        payloadOffset = at;
        length = at;
    }

    /** Puts two bytes in front of the payload: the original sequence number of a retransmission (RFC 4588). */
    public void originalSequence(int sequence) {
        BigEndian.put16(buffer, length, sequence);
        length += 2;
        payloadOffset = length;
    }

    /** Copies the payload; false if it is too long to forward. */
    public boolean payload(RtpPacket packet) {
        int size = packet.payloadLength();
        if (size > CAPACITY - ROOM_FOR_TAG - LONGEST_HEADER) {
            return false;
        }
        System.arraycopy(packet.buffer(), packet.payloadOffset(), buffer, length, size);
        length += size;
        return true;
    }

    public byte[] buffer() {
        return buffer;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int length() {
        return length;
    }
}
