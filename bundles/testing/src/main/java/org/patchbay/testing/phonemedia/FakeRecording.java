package org.patchbay.testing.phonemedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.patchbay.api.phonemedia.PortRecording;

/**
 * A recording of both directions as a port writes it: WAV of two channels, A-law, 8 kHz, left what came. Without anything that
 * came there is no file, and it lasts a second. Thread-safe.
 */
final class FakeRecording implements PortRecording {

    private static final int HEAD = 58;
    private static final byte SILENCE = (byte) 0xD5;

    private final Path file;
    private final Runnable onClose;
    private byte[] written = {};
    private boolean paused;

    FakeRecording(Path file, Runnable onClose) {
        this.file = file;
        this.onClose = onClose;
    }

    @Override
    public synchronized void pause(boolean on) {
        paused = on;
    }

    synchronized boolean paused() {
        return paused;
    }

    synchronized void write(byte[] samples) {
        int before = written.length;
        written = Arrays.copyOf(written, before + 2 * samples.length);
        for (int i = 0; i < samples.length; i++) {
            written[before + 2 * i] = paused ? SILENCE : samples[i];
            written[before + 2 * i + 1] = SILENCE;
        }
        ByteBuffer all = ByteBuffer.allocate(HEAD + written.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putInt(0x46464952).putInt(HEAD - 8 + written.length).putInt(0x45564157);
        all.putInt(0x20746D66).putInt(18).putShort((short) 6).putShort((short) 2);
        all.putInt(8000).putInt(16_000).putShort((short) 2).putShort((short) 8).putShort((short) 0);
        all.putInt(0x74636166).putInt(4).putInt(written.length / 2);
        all.putInt(0x61746164).putInt(written.length).put(written);
        try {
            Files.write(file, all.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Duration close() {
        onClose.run();
        return written.length == 0 ? Duration.ofSeconds(1) : Duration.ofMillis(written.length / 16);
    }
}
