package org.patchbay.recordings.film.matroska;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a file has in it. Immutable.
 *
 * @param codecId as in Matroska's list of codecs (RFC 9559, section 27.1), such as {@code V_VP8}
 * @param codecPrivate what a decoder must have before the first frame; may be empty
 * @param width 0 for sound
 */
public record TrackFormat(String codecId, ByteBuffer codecPrivate, int width, int height) {

    /** No private data. */
    public static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    public static final String OPUS = "A_OPUS";
    public static final String VP8 = "V_VP8";
    public static final String VP9 = "V_VP9";
    public static final String AV1 = "V_AV1";
    public static final String H264 = "V_MPEG4/ISO/AVC";

    public TrackFormat {
        codecPrivate = codecPrivate.asReadOnlyBuffer();
    }

    /** Opus as RTP has it: no samples to skip. */
    public static TrackFormat opus(int channels) {
        byte[] head = ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) channels)
                .putShort((short) 0)
                .putInt(48_000)
                .array();
        return new TrackFormat(OPUS, ByteBuffer.wrap(head), 0, 0);
    }

    public boolean isVideo() {
        return codecId.startsWith("V_");
    }

    /** Whether WebM takes it; otherwise it is plain Matroska. */
    public boolean isWebm() {
        return !codecId.equals(H264);
    }

    /** Its name in lower case, such as {@code vp8}. */
    public String codec() {
        return switch (codecId) {
            case OPUS -> "opus";
            case VP8 -> "vp8";
            case VP9 -> "vp9";
            case AV1 -> "av1";
            case H264 -> "h264";
            default -> codecId.toLowerCase(java.util.Locale.ROOT);
        };
    }

    int channels() {
        return codecPrivate.limit() > 9 ? codecPrivate.get(9) : 2;
    }

    @Override
    public String toString() {
        return codecId + " " + width + "x" + height;
    }
}
