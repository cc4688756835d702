package org.patchbay.testing.media;

/**
 * An RTP packet as a peer received and decrypted it. A retransmission has the payload type of RTX, its own SSRC, and as
 * {@code sequence} the number of what it retransmits. The payload is in hexadecimal; in its seventh to tenth byte peers
 * write the SSRC that they send under, and the sixth has VP8's key frame bit.
 */
public record ReceivedPacket(
        String mid, long ssrc, int payloadType, int sequence, long timestamp, boolean retransmitted, String payload) {

    /** The SSRC under which the sender sent it; 0 for one that a bridge made up to probe the bandwidth. */
    public long origin() {
        return payload.length() < 20 ? 0 : Long.parseLong(payload.substring(12, 20), 16);
    }

    /** Whether it is a VP8 key frame. */
    public boolean isKeyFrame() {
        return (Integer.parseInt(payload.substring(10, 12), 16) & 1) == 0;
    }
}
