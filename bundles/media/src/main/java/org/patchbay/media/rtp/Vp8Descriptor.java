package org.patchbay.media.rtp;

/**
 * A view of the VP8 payload descriptor (RFC 7741, section 4.2) at the start of an RTP payload. One instance is pointed at
 * payload after payload. Not thread-safe.
 */
final class Vp8Descriptor {

    private int frameAt;
    private int pictureIdAt;
    private boolean longPictureId;
    private int tl0PicIdxAt;
    private boolean keyFrameStart;

    /** Points this at a payload; false, and then useless, if it is malformed. */
    boolean parse(byte[] buffer, int offset, int length) {
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
        frameAt = at;
        boolean startsPartition = (first & 0x10) != 0 && (first & 0x07) == 0;
        keyFrameStart = startsPartition && (buffer[at] & 0x01) == 0;
        return true;
    }

    /** Where the descriptor ends and VP8 data begins. */
    int frameAt() {
        return frameAt;
    }

    /** Whether a key frame begins in this payload. */
    boolean keyFrameStart() {
        return keyFrameStart;
    }

    /** Where the picture id is in the buffer; -1 if there is none. */
    int pictureIdAt() {
        return pictureIdAt;
    }

    boolean hasLongPictureId() {
        return longPictureId;
    }

    /** Where TL0PICIDX is in the buffer; -1 if there is none. */
    int tl0PicIdxAt() {
        return tl0PicIdxAt;
    }
}
