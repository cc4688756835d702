package org.patchbay.media.rtp;

import org.patchbay.spi.media.PayloadType;

/**
 * What forwarding must know of a video payload, whatever its codec: whether a key frame begins, how high its picture is,
 * and which numbers of the payload descriptor to rewrite. One instance is pointed at payload after payload. Not
 * thread-safe.
 */
public final class VideoPayload {

    private static final int LENGTH_OF_VP8_HEADER = 10;
    private static final int VP8 = PayloadType.VP8.number();
    private static final int VP9 = PayloadType.VP9.number();
    private static final int H264 = PayloadType.H264.number();
    private static final int AV1 = PayloadType.AV1.number();

    /** "A new coded video sequence begins" in AV1's aggregation header (its RTP payload specification, section 4.4). */
    private static final int NEW_SEQUENCE = 0x08;

    private final Vp8Descriptor vp8 = new Vp8Descriptor();
    private final Vp9Descriptor vp9 = new Vp9Descriptor();
    private boolean keyFrameStart;
    private int height;
    private int pictureIdAt;
    private boolean longPictureId;
    private int tl0PicIdxAt;

    /** Points this at the payload of a packet; of a malformed one nothing is known. */
    public void parse(RtpPacket packet) {
        height = 0;
        keyFrameStart = false;
        pictureIdAt = -1;
        tl0PicIdxAt = -1;
        byte[] buffer = packet.buffer();
        int offset = packet.payloadOffset();
        int length = packet.payloadLength();
        int type = packet.payloadType();
        if (type == VP8) {
            parseVp8(buffer, offset, length);
        } else if (type == VP9) {
            parseVp9(buffer, offset, length);
        } else if (type == H264) {
            keyFrameStart = H264Payload.keyFrameStart(buffer, offset, length);
        } else if (type == AV1) {
            keyFrameStart = length > 1 && (buffer[offset] & NEW_SEQUENCE) != 0;
        }
    }

    private void parseVp8(byte[] buffer, int offset, int length) {
        if (vp8.parse(buffer, offset, length)) {
            keyFrameStart = vp8.keyFrameStart();
            height = keyFrameStart ? heightOfVp8(buffer, vp8.frameAt(), offset + length) : 0;
            pictureIdAt = vp8.pictureIdAt();
            longPictureId = vp8.hasLongPictureId();
            tl0PicIdxAt = vp8.tl0PicIdxAt();
        }
    }

    /** In an uncompressed data chunk (RFC 6386, section 9.1), if it is whole. */
    private static int heightOfVp8(byte[] buffer, int at, int end) {
        boolean whole = end - at >= LENGTH_OF_VP8_HEADER && BigEndian.get24(buffer, at + 3) == 0x9D012A;
        return whole ? (BigEndian.get8(buffer, at + 9) << 8 | BigEndian.get8(buffer, at + 8)) & 0x3FFF : 0;
    }

    private void parseVp9(byte[] buffer, int offset, int length) {
        if (vp9.parse(buffer, offset, length)) {
            keyFrameStart = vp9.keyFrameStart();
            height = keyFrameStart ? vp9.height() : 0;
            pictureIdAt = vp9.pictureIdAt();
            longPictureId = vp9.hasLongPictureId();
            tl0PicIdxAt = vp9.tl0PicIdxAt();
        }
    }

    /** Whether a key frame begins in this payload. */
    public boolean keyFrameStart() {
        return keyFrameStart;
    }

    /** The height of the picture in pixels if the payload says so, else 0. */
    public int height() {
        return height;
    }

    public boolean hasPictureId() {
        return pictureIdAt >= 0;
    }

    public int pictureId(byte[] buffer) {
        return longPictureId ? BigEndian.get16(buffer, pictureIdAt) & 0x7FFF : buffer[pictureIdAt] & 0x7F;
    }

    /** Writes as many low bits as there is room for into a copy of the payload, which begins {@code shift} bytes later. */
    public void putPictureId(byte[] copy, int shift, int value) {
        if (longPictureId) {
            BigEndian.put16(copy, pictureIdAt + shift, 0x8000 | (value & 0x7FFF));
        } else {
            copy[pictureIdAt + shift] = (byte) (value & 0x7F);
        }
    }

    public boolean hasTl0PicIdx() {
        return tl0PicIdxAt >= 0;
    }

    public int tl0PicIdx(byte[] buffer) {
        return BigEndian.get8(buffer, tl0PicIdxAt);
    }

    /** Writes into a copy of the payload, which begins {@code shift} bytes later. */
    public void putTl0PicIdx(byte[] copy, int shift, int value) {
        copy[tl0PicIdxAt + shift] = (byte) value;
    }
}
