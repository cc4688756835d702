package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.patchbay.recordings.film.matroska.TrackFormat;

/** VP8 (RFC 7741, section 4): the frame is what is left of the payloads without their descriptors. */
final class Vp8Codec implements VideoCodec {

    private static final int START_CODE = 0x9D012A;
    private static final int KEY_FRAME_HEADER = 10;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    @Override
    public void reset() {
        frame.reset();
    }

    @Override
    public boolean add(ByteBuffer payload) {
        int first = payload.get();
        if ((first & 0x80) != 0) {
            int extended = payload.get();
            if ((extended & 0x80) != 0 && (payload.get() & 0x80) != 0) {
                payload.get();
            }
            if ((extended & 0x40) != 0) {
                payload.get();
            }
            if ((extended & 0x30) != 0) {
                payload.get();
            }
        }
        boolean start = (first & 0x10) != 0 && (first & 0x07) == 0;
        if (start != (frame.size() == 0)) {
            return false;
        }
        frame.write(payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
        return true;
    }

    private static int startCode(byte[] data) {
        return (data[3] & 0xFF) << 16 | (data[4] & 0xFF) << 8 | (data[5] & 0xFF);
    }

    /** The frame header is that of RFC 6386, section 9.1. */
    @Override
    public Optional<CodedPicture> take() {
        byte[] data = frame.toByteArray();
        if (data.length == 0) {
            return Optional.empty();
        }
        if ((data[0] & 1) != 0) {
            return Optional.of(new CodedPicture(ByteBuffer.wrap(data), null));
        }
        boolean whole = data.length >= KEY_FRAME_HEADER && startCode(data) == START_CODE;
        if (!whole) {
            return Optional.empty();
        }
        int width = ((data[7] & 0x3F) << 8) | (data[6] & 0xFF);
        int height = ((data[9] & 0x3F) << 8) | (data[8] & 0xFF);
        var format = new TrackFormat(TrackFormat.VP8, TrackFormat.NOTHING, width, height);
        return Optional.of(new CodedPicture(ByteBuffer.wrap(data), format));
    }
}
