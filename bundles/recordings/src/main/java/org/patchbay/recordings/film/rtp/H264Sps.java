package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.patchbay.recordings.film.matroska.TrackFormat;

/** How large a picture is, by its sequence parameter set (H.264, sections 7.3.2.1.1 and 7.4.2.1.1). */
final class H264Sps {

    private static final Set<Integer> WITH_CHROMA = Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128);
    private static final int MACROBLOCK = 16;

    private H264Sps() {}

    static TrackFormat format(byte[] unit, byte[] configuration) {
        var bits = new BitReader(withoutEmulation(unit), 1);
        int profile = bits.bits(8);
        bits.skip(16);
        bits.golomb();
        int chroma = WITH_CHROMA.contains(profile) ? chroma(bits) : 1;
        bits.golomb();
        skipOrder(bits);
        bits.golomb();
        bits.skip(1);
        int width = (bits.golomb() + 1) * MACROBLOCK;
        int rows = bits.golomb() + 1;
        boolean frames = bits.flag();
        int height = rows * MACROBLOCK * (frames ? 1 : 2);
        bits.skip(frames ? 1 : 2);
        if (bits.flag()) {
            int unitX = chroma == 0 || chroma == 3 ? 1 : 2;
            int unitY = (chroma == 1 ? 2 : 1) * (frames ? 1 : 2);
            width -= (bits.golomb() + bits.golomb()) * unitX;
            height -= (bits.golomb() + bits.golomb()) * unitY;
        }
        return new TrackFormat(TrackFormat.H264, ByteBuffer.wrap(configuration), width, height);
    }

    private static int chroma(BitReader bits) {
        int format = bits.golomb();
        bits.skip(format == 3 ? 1 : 0);
        bits.golomb();
        bits.golomb();
        bits.skip(1);
        if (bits.flag()) {
            for (int i = 0; i < (format == 3 ? 12 : 8); i++) {
                if (bits.flag()) {
                    skipScaling(bits, i < 6 ? 16 : 64);
                }
            }
        }
        return format;
    }

    private static void skipScaling(BitReader bits, int size) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            next = next == 0 ? 0 : (last + bits.signedGolomb() + 256) % 256;
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(BitReader bits) {
        int type = bits.golomb();
        if (type == 0) {
            bits.golomb();
        } else if (type == 1) {
            bits.skip(1);
            bits.signedGolomb();
            bits.signedGolomb();
            int count = bits.golomb();
            for (int i = 0; i < count; i++) {
                bits.signedGolomb();
            }
        }
    }

    /** Takes out the bytes that keep start codes away (section 7.4.1.1). */
    private static byte[] withoutEmulation(byte[] unit) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < unit.length; i++) {
            boolean emulation = i >= 2 && unit[i] == 3 && unit[i - 1] == 0 && unit[i - 2] == 0;
            if (!emulation) {
                out.write(unit[i]);
            }
        }
        return out.toByteArray();
    }
}
