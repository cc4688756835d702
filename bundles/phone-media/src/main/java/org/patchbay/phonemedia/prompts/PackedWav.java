package org.patchbay.phonemedia.prompts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The WAV files in the jar: one channel, A-law, 8 kHz. Stateless. */
final class PackedWav {

    private static final int DATA = 0x61746164;
    private static final int FIRST_CHUNK = 12;

    private PackedWav() {}

    static byte[] samples(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = FIRST_CHUNK;
        while (at + 8 <= file.length) {
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > file.length - at - 8) {
                break;
            }
            if (bytes.getInt(at) == DATA) {
                byte[] samples = new byte[length];
                bytes.get(at + 8, samples);
                return samples;
            }
            at += 8 + length + (length & 1);
        }
        throw new IOException("This file has no samples");
    }
}
