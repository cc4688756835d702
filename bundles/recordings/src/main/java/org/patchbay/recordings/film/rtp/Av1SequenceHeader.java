package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * How large a picture is, by a sequence header OBU (AV1 bitstream specification, section 5.5), and the {@code av1C} that
 * holds it (AV1 Codec ISO Media File Format Binding, section 2.3.3).
 */
final class Av1SequenceHeader {

    private static final int MARKER_AND_VERSION = 0x81;
    private static final int CHROMA_420 = 0x0C;

    private Av1SequenceHeader() {}

    /** Reads one that has its size. */
    static TrackFormat format(byte[] obu) {
        int start = (obu[0] & 0x04) != 0 ? 2 : 1;
        while ((obu[start] & 0x80) != 0) {
            start++;
        }
        var bits = new BitReader(obu, start + 1);
        int profile = bits.bits(3);
        bits.skip(1);
        boolean reduced = bits.flag();
        int level;
        int tier = 0;
        if (reduced) {
            level = bits.bits(5);
        } else {
            boolean decoderModel = bits.flag() && skipTiming(bits);
            int delayBits = decoderModel ? skipDecoderModel(bits) : 0;
            boolean displayDelay = bits.flag();
            int points = bits.bits(5) + 1;
            level = 0;
            for (int i = 0; i < points; i++) {
                bits.skip(12);
                int own = bits.bits(5);
                int ownTier = own > 7 ? bits.bits(1) : 0;
                level = i == 0 ? own : level;
                tier = i == 0 ? ownTier : tier;
                if (decoderModel && bits.flag()) {
                    bits.skip(2 * delayBits + 1);
                }
                if (displayDelay && bits.flag()) {
                    bits.skip(4);
                }
            }
        }
        int widthBits = bits.bits(4) + 1;
        int heightBits = bits.bits(4) + 1;
        int width = bits.bits(widthBits) + 1;
        int height = bits.bits(heightBits) + 1;
        var configuration = new ByteArrayOutputStream();
        configuration.write(MARKER_AND_VERSION);
        configuration.write((profile << 5) | level);
        configuration.write((tier << 7) | CHROMA_420);
        configuration.write(0);
        configuration.writeBytes(obu);
        return new TrackFormat(TrackFormat.AV1, ByteBuffer.wrap(configuration.toByteArray()), width, height);
    }

    /** Answers whether a decoder model follows. */
    private static boolean skipTiming(BitReader bits) {
        bits.skip(64);
        if (bits.flag()) {
            bits.golomb();
        }
        return bits.flag();
    }

    /** Answers how many bits its delays have. */
    private static int skipDecoderModel(BitReader bits) {
        int delayBits = bits.bits(5) + 1;
        bits.skip(42);
        return delayBits;
    }
}
