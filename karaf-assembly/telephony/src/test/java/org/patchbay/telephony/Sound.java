package org.patchbay.telephony;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tones in files of 8,000 samples a second, and how loud a tone is in one. */
final class Sound {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final int A_LAW_HEADER = 58;
    private static final int WINDOW = 400;

    private Sound() {}

    /** Writes a tone that lasts so long. */
    static Path tone(Path file, int hertz, int seconds) throws IOException {
        int bytes = seconds * RATE * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wav.putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * 2)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < bytes / 2; i++) {
            wav.putShort((short) (10_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return Files.write(file, wav.array());
    }

    /** The samples of a file of A-law (ITU-T G.711), one channel, as a file of 16 bits. */
    static Path linear(Path file, Path target) throws IOException {
        byte[] all = Files.readAllBytes(file);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * (all.length - A_LAW_HEADER))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(HEADER);
        for (int i = A_LAW_HEADER; i < all.length; i++) {
            int code = (all[i] ^ 0x55) & 0xFF;
            int exponent = (code >> 4) & 7;
            int mantissa = (code & 15) << 4;
            int size = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
            wav.putShort((short) ((code & 0x80) == 0 ? -size : size));
        }
        return Files.write(target, wav.array());
    }

    /** For how many milliseconds the tone is in the file: in windows of 50 ms, each half of whose power is the tone's. */
    static int millis(Path file, int hertz) throws IOException {
        byte[] all = Files.readAllBytes(file);
        var samples = new ByteArrayOutputStream();
        samples.write(all, Math.min(HEADER, all.length), Math.max(0, all.length - HEADER));
        ByteBuffer data = ByteBuffer.wrap(samples.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        double[] window = new double[WINDOW];
        while (data.remaining() >= WINDOW * 2) {
            for (int i = 0; i < WINDOW; i++) {
                window[i] = data.getShort();
            }
            found += has(window, hertz) ? WINDOW * 1_000 / RATE : 0;
        }
        return found;
    }

    /** The algorithm of Goertzel. */
    private static boolean has(double[] window, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double before = 0;
        double last = 0;
        double power = 0;
        for (double sample : window) {
            double next = sample + coefficient * last - before;
            before = last;
            last = next;
            power += sample * sample;
        }
        double tone = (last * last + before * before - coefficient * last * before) * 2 / window.length;
        return power / window.length > 100_000 && tone > power / 2;
    }
}
