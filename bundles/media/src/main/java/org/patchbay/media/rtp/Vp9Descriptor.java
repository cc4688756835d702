package org.patchbay.media.rtp;

/**
 * A view of the VP9 payload descriptor (RFC 9628, section 4.2) at the start of an RTP payload. One instance is pointed at
 * payload after payload. Not thread-safe.
 */
final class Vp9Descriptor {

    private static final int MOST_REFERENCES = 3;

    private int pictureIdAt;
    private boolean longPictureId;
    private int tl0PicIdxAt;
    private boolean keyFrameStart;
    private int height;

    /** Points this at a payload; false, and then useless, if it is malformed. */
    boolean parse(byte[] buffer, int offset, int length) {
        clear();
        if (parseFields(buffer, offset, offset + length)) {
            return true;
        }
        clear();
        return false;
    }

    private void clear() {
        pictureIdAt = -1;
        tl0PicIdxAt = -1;
        keyFrameStart = false;
        height = 0;
    }

    private boolean parseFields(byte[] buffer, int offset, int end) {
        if (offset >= end) {
            return false;
        }
        int first = BigEndian.get8(buffer, offset);
        boolean predicted = (first & 0x40) != 0;
        boolean flexible = (first & 0x10) != 0;
        int at = offset + 1;
        if ((first & 0x80) != 0) {
            if (at + 2 > end) {
                return false;
            }
            pictureIdAt = at;
            longPictureId = (buffer[at] & 0x80) != 0;
            at += longPictureId ? 2 : 1;
        }
        int spatialLayer = 0;
        if ((first & 0x20) != 0) {
            if (at + 2 > end) {
                return false;
            }
            spatialLayer = BigEndian.get8(buffer, at++) >> 1 & 7;
            if (!flexible) {
                tl0PicIdxAt = at++;
            }
        }
        for (int i = 0; flexible && predicted && i < MOST_REFERENCES; i++) {
            if (at >= end) {
                return false;
            }
            if ((buffer[at++] & 1) == 0) {
                break;
            }
        }
        if ((first & 0x02) != 0) {
            parseStructure(buffer, at, end);
        }
        keyFrameStart = !predicted && (first & 0x08) != 0 && spatialLayer == 0;
        return at < end;
    }

    /** The scalability structure says how high the largest layer is. */
    private void parseStructure(byte[] buffer, int at, int end) {
        int head = at < end ? BigEndian.get8(buffer, at) : 0;
        int layers = (head >> 5) + 1;
        if ((head & 0x10) != 0 && at + 1 + 4 * layers <= end) {
            height = BigEndian.get16(buffer, at + 4 * layers - 1);
        }
    }

    boolean keyFrameStart() {
        return keyFrameStart;
    }

    int height() {
        return height;
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
