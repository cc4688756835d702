package org.patchbay.phonemedia.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV file of two channels, A-law, 8 kHz. After each piece the head is put right, so that the file can be played
 * whenever the server is killed. Not thread-safe.
 */
public final class WavWriter implements AutoCloseable {

    private static final int HEAD = 58;
    private static final int CHANNELS = 2;
    private static final int A_LAW = 6;
    private static final long LONGEST = 0xFFFF_FFFFL - HEAD;

    private final FileChannel channel;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    private long length;

    private WavWriter(FileChannel channel) {
        this.channel = channel;
    }

    public static WavWriter create(Path file) throws IOException {
        var writer = new WavWriter(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        try {
            writer.writeHead();
        } catch (IOException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** Appends samples, left and right in turns. */
    public void append(byte[] samples, int count) throws IOException {
        if (length + count > LONGEST) {
            throw new IOException("A WAV file cannot be longer than 4 GiB");
        }
        ByteBuffer data = ByteBuffer.wrap(samples, 0, count);
        while (data.hasRemaining()) {
            channel.write(data, HEAD + length + data.position());
        }
        length += count;
        writeHead();
    }

    private void writeHead() throws IOException {
        head.clear();
        head.putInt(0x46464952).putInt((int) (HEAD - 8 + length)).putInt(0x45564157);
        head.putInt(0x20746D66).putInt(18).putShort((short) A_LAW).putShort((short) CHANNELS);
        head.putInt(Frame.RATE).putInt(Frame.RATE * CHANNELS).putShort((short) CHANNELS);
        head.putShort((short) 8).putShort((short) 0);
        head.putInt(0x74636166).putInt(4).putInt((int) (length / CHANNELS));
        head.putInt(0x61746164).putInt((int) length);
        head.flip();
        while (head.hasRemaining()) {
            channel.write(head, head.position());
        }
    }

    /** Milliseconds that are in the file. */
    public long millis() {
        return length * 1_000 / CHANNELS / Frame.RATE;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
