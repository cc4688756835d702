package org.patchbay.media.rtcp;

import org.patchbay.media.rtp.BigEndian;

/** Builds one compound of RTCP packets (RFC 3550, section 6). Not thread-safe. */
public final class RtcpWriter {

    /** What fits a datagram next to SRTCP's trailer. */
    public static final int LIMIT = 1_200;

    private static final int ROOM_FOR_TRAILER = 64;
    private static final int TEMPORARY_MAXIMUM = 3;

    /** IPv4, UDP and SRTP. */
    private static final int PACKET_OVERHEAD = 44;

    private final byte[] buffer = new byte[LIMIT + ROOM_FOR_TRAILER];
    private int length;
    private int reportAt;

    /** Begins a compound with a receiver report without blocks, as every compound must. */
    public void start(int senderSsrc) {
        length = 0;
        reportAt = 0;
        header(0, RtcpReader.RECEIVER_REPORT, 4);
        word(senderSsrc);
    }

    /** Adds a block to the receiver report; only before anything else is added. */
    public void reportBlock(ReceiveStatistics statistics, long now) {
        int count = buffer[reportAt] & 0x1F;
        if (count == 31) {
            return;
        }
        statistics.writeBlock(buffer, length, now);
        length += ReceiveStatistics.BLOCK_LENGTH;
        buffer[reportAt] = (byte) (0x80 | (count + 1));
        BigEndian.put16(buffer, reportAt + 2, (length - reportAt) / 4 - 1);
    }

    /** A sender report without blocks (RFC 3550, section 6.4.1) and its CNAME. */
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        header(0, RtcpReader.SENDER_REPORT, 24);
        word(ssrc);
        word((int) (ntp >> 32));
        word((int) ntp);
        word(rtpTimestamp);
        word(packets);
        word(octets);
        header(1, RtcpReader.SOURCE_DESCRIPTION, 16);
        word(ssrc);
        word(0x01_08_70_61); // CNAME, 8 bytes: "patchbay"
        word(0x74_63_68_62);
        word(0x61_79_00_00);
    }

    /** A picture loss indication. */
    public void pictureLoss(int senderSsrc, int mediaSsrc) {
        header(RtcpReader.PICTURE_LOSS, RtcpReader.PAYLOAD_FEEDBACK, 8);
        word(senderSsrc);
        word(mediaSsrc);
    }

    /** Says what the sender of these SSRCs may send in all (draft-alvestrand-rmcat-remb-03). */
    public void maximum(int senderSsrc, long bitsPerSecond, int[] ssrcs, int count) {
        header(RtcpReader.APPLICATION, RtcpReader.PAYLOAD_FEEDBACK, 16 + 4 * count);
        word(senderSsrc);
        word(0);
        word(RtcpReader.REMB);
        int exponent = exponent(bitsPerSecond, 18);
        word((count << 24) | (exponent << 18) | (int) (bitsPerSecond >> exponent));
        for (int i = 0; i < count; i++) {
            word(ssrcs[i]);
        }
    }

    /** Says what the sender of an SSRC may send under it (TMMBR of RFC 5104, section 4.2.1). */
    public void temporaryMaximum(int senderSsrc, int ssrc, long bitsPerSecond) {
        header(TEMPORARY_MAXIMUM, RtcpReader.TRANSPORT_FEEDBACK, 16);
        word(senderSsrc);
        word(0);
        word(ssrc);
        int exponent = exponent(bitsPerSecond, 17);
        word((exponent << 26) | ((int) (bitsPerSecond >> exponent) << 9) | PACKET_OVERHEAD);
    }

    /** By how much a rate must be shifted to fit so many bits. */
    private static int exponent(long bitsPerSecond, int bits) {
        int length = Long.SIZE - Long.numberOfLeadingZeros(bitsPerSecond);
        return Math.max(0, length - bits);
    }

    /** Generic NACKs for sequence numbers in rising order; as many as fit. */
    public void nack(int senderSsrc, int mediaSsrc, int[] sequences, int count) {
        int at = length;
        header(RtcpReader.NACK, RtcpReader.TRANSPORT_FEEDBACK, 8);
        word(senderSsrc);
        word(mediaSsrc);
        int index = 0;
        while (index < count && hasRoom(4)) {
            int first = sequences[index++];
            int following = 0;
            while (index < count && ((sequences[index] - first) & 0xFFFF) <= 16) {
                following |= 1 << (((sequences[index++] - first) & 0xFFFF) - 1);
            }
            word((first << 16) | following);
        }
        BigEndian.put16(buffer, at + 2, (length - at) / 4 - 1);
    }

    /** Transport-wide feedback for what arrived since the last. */
    public void transportFeedback(TransportFeedback feedback, int senderSsrc, int mediaSsrc) {
        if (hasRoom(TransportFeedback.MAX_LENGTH)) {
            length = feedback.write(buffer, length, senderSsrc, mediaSsrc);
        }
    }

    public boolean hasRoom(int bytes) {
        return length + bytes <= LIMIT;
    }

    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    private void header(int count, int type, int bodyLength) {
        word(((0x80 | count) << 24) | (type << 16) | (bodyLength / 4));
    }

    private void word(int value) {
        BigEndian.put32(buffer, length, value);
        length += 4;
    }
}
