package org.patchbay.media.forwarding;

import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.rtp.VideoPayload;

/**
 * Maps the numbers of one source after another onto one continuous stream: sequence numbers (RFC 3550), timestamps, and
 * the picture id and TL0PICIDX of VP8 (RFC 7741) and VP9 (RFC 9628), and AV1's frame number. Not thread-safe.
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
    private int lastFrameNumber;
    private int frameNumberOffset;

    ContinuousNumbers(int clockRate, int firstSequence, int firstTimestamp) {
        this.clockRate = clockRate;
        this.lastSequence = firstSequence;
        this.lastTimestamp = firstTimestamp;
    }

    /** Begins to map a stream whose first packet this is; it goes out with that timestamp. */
    void begin(RtpPacket packet, VideoPayload payload, boolean video, int timestamp) {
        sequenceOffset = lastSequence + 1 - packet.sequence();
        timestampOffset = timestamp - packet.timestamp();
        if (video && payload.hasPictureId()) {
            pictureIdOffset = lastPictureId + 1 - payload.pictureId(packet.buffer());
        }
        if (video && payload.hasTl0PicIdx()) {
            tl0PicIdxOffset = lastTl0PicIdx + 1 - payload.tl0PicIdx(packet.buffer());
        }
        int descriptor = PacketWriter.dependencyDescriptor(packet);
        if (video && descriptor >= 0) {
            frameNumberOffset = lastFrameNumber + 1 - PacketWriter.frameNumber(packet.buffer(), descriptor);
        }
    }

    /** The timestamp of what is sent now: it goes on as time did, by one frame at least. */
    int timestampAt(long now) {
        int least = clockRate / 50;
        if (!started) {
            return lastTimestamp + least;
        }
        long pause = Math.min(now - sentAt, LONGEST_PAUSE_NANOS);
        return lastTimestamp + Math.max(least, (int) (long) (pause / NANOS_PER_SECOND * clockRate));
    }

    /** A timestamp that must come after all that were sent. */
    int afterLast(int timestamp) {
        return timestamp - lastTimestamp > 0 ? timestamp : lastTimestamp + clockRate / 1_000;
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

    /** Writes the mapped numbers of the payload descriptor into the copy of the payload. */
    void rewrite(RtpPacket packet, VideoPayload payload, PacketWriter writer) {
        int shift = writer.payloadOffset() - packet.payloadOffset();
        if (payload.hasPictureId()) {
            int pictureId = (payload.pictureId(packet.buffer()) + pictureIdOffset) & 0x7FFF;
            payload.putPictureId(writer.buffer(), shift, pictureId);
            lastPictureId = (short) ((pictureId - lastPictureId) << 1) > 0 ? pictureId : lastPictureId;
        }
        if (payload.hasTl0PicIdx()) {
            int tl0PicIdx = (payload.tl0PicIdx(packet.buffer()) + tl0PicIdxOffset) & 0xFF;
            payload.putTl0PicIdx(writer.buffer(), shift, tl0PicIdx);
            lastTl0PicIdx = (byte) (tl0PicIdx - lastTl0PicIdx) > 0 ? tl0PicIdx : lastTl0PicIdx;
        }
        if (writer.hasFrameNumber()) {
            int frameNumber = (writer.frameNumber() + frameNumberOffset) & 0xFFFF;
            writer.putFrameNumber(frameNumber);
            lastFrameNumber = SequenceNumber.isNewer(frameNumber, lastFrameNumber) ? frameNumber : lastFrameNumber;
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
