package org.patchbay.media.forwarding;

import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.rtp.Vp8Descriptor;

/**
 * Maps the numbers of one source after another onto one continuous stream: sequence numbers (RFC 3550), timestamps, and
 * the picture id and TL0PICIDX of VP8 (RFC 7741). Not thread-safe.
 */
final class ContinuousNumbers {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LONGEST_PAUSE_NANOS = 3_600_000_000_000L;

    private final int clockRate;
    private boolean started;
    private long sentAt;
    private int lastSequence;
    private int lastTimestamp;
    private int lastPictureId;
    private int lastTl0PicIdx;
    private int sequenceOffset;
    private int timestampOffset;
    private int pictureIdOffset;
    private int tl0PicIdxOffset;

    ContinuousNumbers(int clockRate, int firstSequence, int firstTimestamp) {
        this.clockRate = clockRate;
        this.lastSequence = firstSequence;
        this.lastTimestamp = firstTimestamp;
    }

    /** Begins to map a source whose first packet this is. */
    void begin(RtpPacket packet, Vp8Descriptor vp8, boolean video, long now) {
        sequenceOffset = lastSequence + 1 - packet.sequence();
        timestampOffset = lastTimestamp + ticksSinceLast(now) - packet.timestamp();
        if (video && vp8.hasPictureId()) {
            pictureIdOffset = lastPictureId + 1 - vp8.pictureId(packet.buffer());
        }
        if (video && vp8.hasTl0PicIdx()) {
            tl0PicIdxOffset = lastTl0PicIdx + 1 - vp8.tl0PicIdx(packet.buffer());
        }
    }

    /** The timestamp goes on as time did, by one frame at least. */
    private int ticksSinceLast(long now) {
        int least = clockRate / 50;
        if (!started) {
            return least;
        }
        long pause = Math.min(now - sentAt, LONGEST_PAUSE_NANOS);
        return Math.max(least, (int) (long) (pause / NANOS_PER_SECOND * clockRate));
    }

    int sequence(int incoming) {
        return (incoming + sequenceOffset) & 0xFFFF;
    }

    int incomingSequence(int outgoing) {
        return (outgoing - sequenceOffset) & 0xFFFF;
    }

    int timestamp(int incoming) {
        return incoming + timestampOffset;
    }

    /** Writes the mapped VP8 numbers into the copy of the payload. */
    void rewriteVp8(RtpPacket packet, Vp8Descriptor vp8, PacketWriter writer, boolean video) {
        if (!video) {
            return;
        }
        int shift = writer.payloadOffset() - packet.payloadOffset();
        if (vp8.hasPictureId()) {
            int pictureId = (vp8.pictureId(packet.buffer()) + pictureIdOffset) & 0x7FFF;
            vp8.putPictureId(writer.buffer(), shift, pictureId);
            lastPictureId = (short) ((pictureId - lastPictureId) << 1) > 0 ? pictureId : lastPictureId;
        }
        if (vp8.hasTl0PicIdx()) {
            int tl0PicIdx = (vp8.tl0PicIdx(packet.buffer()) + tl0PicIdxOffset) & 0xFF;
            vp8.putTl0PicIdx(writer.buffer(), shift, tl0PicIdx);
            lastTl0PicIdx = (byte) (tl0PicIdx - lastTl0PicIdx) > 0 ? tl0PicIdx : lastTl0PicIdx;
        }
    }

    /** Notes what went out. */
    void sent(int sequence, int timestamp, long now) {
        if (!started || SequenceNumber.isNewer(sequence, lastSequence)) {
            lastSequence = sequence;
        }
        if (!started || timestamp - lastTimestamp > 0) {
            lastTimestamp = timestamp;
        }
        started = true;
        sentAt = now;
    }
}
