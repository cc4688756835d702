package org.patchbay.phonemedia.sound;

import org.patchbay.phonemedia.sdp.Codec;

/** G.711 by tables: both laws to and from linear samples, and one to the other. Stateless. */
public final class G711 {

    /** A-law of silence. */
    public static final byte SILENCE_A = (byte) 0xD5;

    private static final int CLIP = 32_635;
    private static final int BIAS = 0x84;
    private static final short[] FROM_A = new short[256];
    private static final short[] FROM_U = new short[256];
    private static final byte[] TO_A = new byte[65_536];
    private static final byte[] TO_U = new byte[65_536];
    private static final byte[] A_TO_U = new byte[256];
    private static final byte[] U_TO_A = new byte[256];

    static {
        for (int code = 0; code < 256; code++) {
            FROM_A[code] = decodeA(code);
            FROM_U[code] = decodeU(code);
        }
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            TO_A[sample & 0xFFFF] = (byte) encodeA(sample);
            TO_U[sample & 0xFFFF] = (byte) encodeU(sample);
        }
        for (int code = 0; code < 256; code++) {
            A_TO_U[code] = TO_U[FROM_A[code] & 0xFFFF];
            U_TO_A[code] = TO_A[FROM_U[code] & 0xFFFF];
        }
    }

    private G711() {}

    private static short decodeA(int code) {
        int value = code ^ 0x55;
        int magnitude = (value & 0x0F) << 4;
        int segment = (value & 0x70) >> 4;
        magnitude += segment == 0 ? 8 : 0x108;
        if (segment > 1) {
            magnitude <<= segment - 1;
        }
        return (short) ((value & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static short decodeU(int code) {
        int value = ~code & 0xFF;
        int magnitude = (((value & 0x0F) << 3) + BIAS) << ((value & 0x70) >> 4);
        return (short) ((value & 0x80) != 0 ? BIAS - magnitude : magnitude - BIAS);
    }

    private static int encodeA(int sample) {
        int mask = sample >= 0 ? 0xD5 : 0x55;
        int magnitude = Math.min(CLIP, sample >= 0 ? sample : -sample - 1);
        int segment = 0;
        for (int rest = magnitude >> 8; rest != 0; rest >>= 1) {
            segment++;
        }
        int mantissa = (magnitude >> (segment == 0 ? 4 : segment + 3)) & 0x0F;
        return ((segment << 4) | mantissa) ^ mask;
    }

    private static int encodeU(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
        int segment = 7;
        for (int bit = 0x4000; (magnitude & bit) == 0 && segment > 0; bit >>= 1) {
            segment--;
        }
        return ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F)) & 0xFF;
    }

    /** Decodes so many bytes; the codec is one of G.711's. */
    public static void decode(Codec codec, byte[] in, int offset, int count, short[] out) {
        short[] table = codec == Codec.PCMA ? FROM_A : FROM_U;
        for (int i = 0; i < count; i++) {
            out[i] = table[in[offset + i] & 0xFF];
        }
    }

    /** Encodes so many samples; the codec is one of G.711's. */
    public static void encode(Codec codec, short[] in, int count, byte[] out, int offset) {
        byte[] table = codec == Codec.PCMA ? TO_A : TO_U;
        for (int i = 0; i < count; i++) {
            out[offset + i] = table[in[i] & 0xFFFF];
        }
    }

    /** Makes one law of the other, in place. */
    public static void convert(Codec to, byte[] bytes, int offset, int count) {
        byte[] table = to == Codec.PCMA ? U_TO_A : A_TO_U;
        for (int i = offset; i < offset + count; i++) {
            bytes[i] = table[bytes[i] & 0xFF];
        }
    }

    /** One sample of A-law. */
    public static byte toA(short sample) {
        return TO_A[sample & 0xFFFF];
    }

    /** One sample from A-law. */
    public static short fromA(byte code) {
        return FROM_A[code & 0xFF];
    }

    /** One sample from µ-law. */
    public static short fromU(byte code) {
        return FROM_U[code & 0xFF];
    }
}
