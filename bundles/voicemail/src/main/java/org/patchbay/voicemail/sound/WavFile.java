package org.patchbay.voicemail.sound;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a WAV file says of itself. Immutable.
 *
 * @param format 1 for PCM, 6 for A-law, 7 for mu-law
 * @param start where the samples begin
 * @param length of the samples in bytes
 */
public record WavFile(int format, int channels, int rate, int bits, long start, long length) {

    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int HEAD = 12;
    private static final int MOST_CHUNKS = 50;
    private static final int OWN_HEAD = 58;
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746D66;
    private static final int FACT = 0x74636166;
    private static final int DATA = 0x61746164;
    private static final int TELEPHONE = 8000;
    private static final int PIECE = 8192;

    /** Reads the head of a file; fails for what is no such file. */
    public static WavFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = bytes(channel, 0, HEAD);
            if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
                throw new IOException("This is no WAV file");
            }
            long at = HEAD;
            ByteBuffer fmt = ByteBuffer.allocate(0);
            for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
                ByteBuffer name = bytes(channel, at, 8);
                long length = Integer.toUnsignedLong(name.getInt(4));
                if (name.getInt(0) == DATA && fmt.capacity() > 0) {
                    long there = Math.min(length, channel.size() - at - 8);
                    return new WavFile(
                            fmt.getShort(0), fmt.getShort(2), fmt.getInt(4), fmt.getShort(14), at + 8, there);
                }
                if (name.getInt(0) == FMT) {
                    fmt = bytes(channel, at + 8, 16);
                }
                at += 8 + length + (length & 1);
            }
            throw new IOException("This WAV file has no samples");
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("This WAV file ends too early");
            }
        }
        return bytes.flip();
    }

    /** Whether ports can play it: PCM of 8 or 16 bits or G.711, one or two channels, 8 to 48 kHz. */
    public boolean isPlayable() {
        boolean known = format == PCM ? bits == 8 || bits == 16 : (format == A_LAW || format == MU_LAW) && bits == 8;
        return known && (channels == 1 || channels == 2) && rate >= TELEPHONE && rate <= 48_000;
    }

    /** How long it is, in milliseconds. */
    public long millis() {
        long second = (long) rate * channels * bits / 8;
        return second == 0 ? 0 : length * 1000 / second;
    }

    /** Writes the left channel of a recording of both directions, A-law at 8 kHz, as a file of its own. */
    public static WavFile left(Path both, Path target) throws IOException {
        WavFile source = read(both);
        if (source.format != A_LAW || source.channels != 2 || source.rate != TELEPHONE) {
            throw new IOException("This is no recording of both directions");
        }
        int frames = Math.toIntExact(source.length / 2);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(both), PIECE);
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PIECE)) {
            in.skipNBytes(source.start);
            out.write(head(frames));
            for (int i = 0; i < frames; i++) {
                out.write(in.read());
                in.skipNBytes(1);
            }
        }
        return new WavFile(A_LAW, 1, TELEPHONE, 8, OWN_HEAD, frames);
    }

    private static byte[] head(int samples) {
        ByteBuffer head = ByteBuffer.allocate(OWN_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(RIFF).putInt(OWN_HEAD - 8 + samples).putInt(WAVE);
        head.putInt(FMT).putInt(18).putShort((short) A_LAW).putShort((short) 1);
        head.putInt(TELEPHONE)
                .putInt(TELEPHONE)
                .putShort((short) 1)
                .putShort((short) 8)
                .putShort((short) 0);
        head.putInt(FACT).putInt(4).putInt(samples);
        head.putInt(DATA).putInt(samples);
        return head.array();
    }
}
