package org.patchbay.phonemedia;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files for tests, PCM of 16 bits. */
final class TestWav {

    private TestWav() {}

    static byte[] of(int rate, int channels, double frequency, int samples) {
        int length = samples * channels * 2;
        var bytes = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * channels * 2);
        bytes.putShort((short) (2 * channels)).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (int i = 0; i < samples; i++) {
            for (int k = 0; k < channels; k++) {
                bytes.putShort((short) (8_000 * Math.sin(2 * Math.PI * frequency * i / rate)));
            }
        }
        return bytes.array();
    }
}
