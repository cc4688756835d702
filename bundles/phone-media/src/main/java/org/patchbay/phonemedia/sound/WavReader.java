package org.patchbay.phonemedia.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a WAV file bit by bit as samples of 8 kHz. Blocks; not thread-safe. */
public final class WavReader implements AutoCloseable {

    private static final int CHUNK = 8_192;

    private final FileChannel channel;
    private final WavFormat format;
    private final ByteBuffer data = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final double step;
    private long at;
    private long left;
    private double wanted;
    private double sum;
    private int summed;
    private int last;
    private long taken;

    private WavReader(FileChannel channel, WavFormat format) {
        this.channel = channel;
        this.format = format;
        step = (double) format.rate() / Frame.RATE;
        at = format.dataAt();
        left = format.dataLength();
        data.limit(0);
    }

    public static WavReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new WavReader(channel, WavFormat.read(channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads samples and answers how many; fewer than asked for at the end alone. */
    public int read(short[] out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            wanted += step;
            sum = 0;
            summed = 0;
            while (taken < wanted) {
                if (!take()) {
                    return i;
                }
            }
            out[i] = (short) (summed > 0 ? sum / summed : last);
        }
        return count;
    }

    /** Takes the next sample of the file: higher rates are averaged, lower ones hold the last. */
    private boolean take() throws IOException {
        if (data.remaining() < format.bytesPerSample() && !fill()) {
            return false;
        }
        last = format.sample(data);
        sum += last;
        summed++;
        taken++;
        return true;
    }

    private boolean fill() throws IOException {
        data.compact();
        data.limit((int) Math.min(data.capacity(), data.position() + left));
        int count = data.hasRemaining() ? channel.read(data, at) : -1;
        data.flip();
        if (count > 0) {
            at += count;
            left -= count;
        }
        return data.remaining() >= format.bytesPerSample();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
