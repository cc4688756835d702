package org.patchbay.media.rtp;

import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.PayloadType;

/**
 * Writes forwarded packets: our own header with our own extensions, then the payload as it came. Extensions that hold for
 * one hop only (transport-cc, RID) are left out, audio level is kept; MID, the sending time and the transport-wide sequence
 * number of the next hop are stamped. Not thread-safe.
 */
public final class PacketWriter {

    /** Room for the largest datagram, our header and the authentication tag. */
    public static final int CAPACITY = 2_048;

    private static final int ROOM_FOR_TAG = 32;
    private static final int EXTENSION_START = RtpPacket.FIXED_HEADER_LENGTH + 4;
    private static final int LONGEST_DESCRIPTOR = 160;
    private static final int LONGEST_HEADER = EXTENSION_START + LONGEST_DESCRIPTOR + 24;
    private static final int ONE_BYTE_FORM = 0xBEDE;
    private static final int TWO_BYTE_FORM = 0x1000;
    private static final int DEPENDENCY_DESCRIPTOR = HeaderExtension.DEPENDENCY_DESCRIPTOR.id();
    private static final int AV1 = PayloadType.AV1.number();

    /** Behind a byte of flags and the template's number. */
    private static final int FRAME_NUMBER = 1;

    private final byte[] buffer = new byte[CAPACITY];
    private int payloadOffset;
    private int length;
    private int transportSequence;
    private int frameNumberAt = -1;
    private boolean oneByte;
    private int at;

    /** What to write instead of the packet's own. */
    public void start(RtpPacket packet, int payloadType, int sequence, int timestamp, int ssrc) {
        buffer[0] = (byte) 0x90;
        buffer[1] = (byte) (packet.marker() ? 0x80 | payloadType : payloadType);
        BigEndian.put16(buffer, 2, sequence);
        BigEndian.put32(buffer, 4, timestamp);
        BigEndian.put32(buffer, 8, ssrc);
    }

    /**
     * Writes the extensions; {@code sendTime} is in units of 2^-18 seconds, negative for none. They have the one-byte form
     * unless AV1's dependency descriptor is among them, which is too long for it.
     */
    public void extensions(RtpPacket packet, byte[] mid, int sendTime, int sequence) {
        transportSequence = sequence;
        frameNumberAt = -1;
        int descriptor = dependencyDescriptor(packet);
        oneByte = descriptor < 0;
        at = EXTENSION_START;
        element(HeaderExtension.MID, mid.length);
        for (byte letter : mid) {
            buffer[at++] = letter;
        }
        if (sendTime >= 0) {
            element(HeaderExtension.ABS_SEND_TIME, 3);
            BigEndian.put24(buffer, at, sendTime);
            at += 3;
        }
        element(HeaderExtension.TRANSPORT_CC, 2);
        BigEndian.put16(buffer, at, sequence);
        at += 2;
        int level = packet.extension(HeaderExtension.AUDIO_LEVEL.id(), 1);
        if (level >= 0) {
            element(HeaderExtension.AUDIO_LEVEL, 1);
            buffer[at++] = packet.buffer()[level];
        }
        if (descriptor >= 0) {
            int size = packet.extensionLength(DEPENDENCY_DESCRIPTOR);
            element(HeaderExtension.DEPENDENCY_DESCRIPTOR, size);
            System.arraycopy(packet.buffer(), descriptor, buffer, at, size);
            frameNumberAt = at + FRAME_NUMBER;
            at += size;
        }
        while (at % 4 != 0) {
            buffer[at++] = 0;
        }
        BigEndian.put16(buffer, RtpPacket.FIXED_HEADER_LENGTH, oneByte ? ONE_BYTE_FORM : TWO_BYTE_FORM);
        BigEndian.put16(buffer, RtpPacket.FIXED_HEADER_LENGTH + 2, (at - EXTENSION_START) / 4);
        payloadOffset = at;
        length = at;
    }

    private void element(HeaderExtension extension, int size) {
        if (oneByte) {
            buffer[at++] = (byte) (extension.id() << 4 | size - 1);
        } else {
            buffer[at++] = (byte) extension.id();
            buffer[at++] = (byte) size;
        }
    }

    /** Where AV1's dependency descriptor begins in the packet's buffer; -1 if there is none to pass on. */
    public static int dependencyDescriptor(RtpPacket packet) {
        boolean passed =
                packet.payloadType() == AV1 && packet.extensionLength(DEPENDENCY_DESCRIPTOR) <= LONGEST_DESCRIPTOR;
        return passed ? packet.extension(DEPENDENCY_DESCRIPTOR, FRAME_NUMBER + 2) : -1;
    }

    /** The frame number in a dependency descriptor. */
    public static int frameNumber(byte[] bytes, int descriptor) {
        return BigEndian.get16(bytes, descriptor + FRAME_NUMBER);
    }

    /** Whether a dependency descriptor was written. */
    public boolean hasFrameNumber() {
        return frameNumberAt >= 0;
    }

    public int frameNumber() {
        return BigEndian.get16(buffer, frameNumberAt);
    }

    public void putFrameNumber(int value) {
        BigEndian.put16(buffer, frameNumberAt, value);
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

    /** The transport-wide number that was stamped. */
    public int transportSequence() {
        return transportSequence;
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
