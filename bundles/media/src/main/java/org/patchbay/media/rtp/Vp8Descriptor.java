package org.patchbay.media.rtp;

/**
 * A view of the VP8 payload descriptor (RFC 7741, section 4.2) at the start of an RTP payload. One instance is pointed at
 * payload after payload. Not thread-safe.
 */
public final class Vp8Descriptor {

    private int pictureIdAt;
    private boolean longPictureId;
    private int tl0PicIdxAt;
    private boolean keyFrameStart;

    /** Points this at a payload; false, and then useless, if it is malformed. */
    public boolean parse(byte[] buffer, int offset, int length) {
        clear();
        if (parseFields(buffer, offset, length)) {
            return true;
        }
        clear();
        return false;
    }

    private void clear() {
        pictureIdAt = -1;
        tl0PicIdxAt = -1;
        keyFrameStart = false;
    }

    private boolean parseFields(byte[] buffer, int offset, int length) {
        int end = offset + length;
        if (length < 2) {
            return false;
        }
        int first = BigEndian.get8(buffer, offset);
        int at = offset + 1;
        if ((first & 0x80) != 0) {
            int extended = BigEndian.get8(buffer, at++);
            if ((extended & 0x80) != 0) {
                if (at + 2 > end) {
                    return false;
                }
                pictureIdAt = at;
                longPictureId = (buffer[at] & 0x80) != 0;
                at += longPictureId ? 2 : 1;
            }
            if ((extended & 0x40) != 0) {
                tl0PicIdxAt = at++;
            }
            if ((extended & 0x30) != 0) {
                at++;
            }
        }
        if (at >= end) {
            return false;
        }
        boolean startsPartition = (first & 0x10) != 0 && (first & 0x07) == 0;
        keyFrameStart = startsPartition && (buffer[at] & 0x01) == 0;
        return true;
    }

    /** Whether a key frame begins in this payload. */
    public boolean keyFrameStart() {
        return keyFrameStart;
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
