package org.patchbay.recordings.film;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.matroska.MatroskaReader;

/** Decodes one track of sound as the recording's time goes on: 48 kHz, mono. Not thread-safe. */
final class VoiceReader implements Closeable {

    static final int RATE_PER_MILLI = 48;

    /** The most that a packet has: 120 ms (RFC 6716, section 2.1.4). */
    private static final int MOST_SAMPLES = 5_760;

    private static final int SILENT_PACKET = 3;
    private static final int SILENT_SAMPLES = 960;

    /** Timestamps are in milliseconds, so packets seem to overlap or to leave gaps by a few samples. */
    private static final int SEAM = 10 * RATE_PER_MILLI;

    private final SeekableByteChannel file;
    private final MatroskaReader reader;
    private final OpusDecoder decoder;
    private final long offset;
    private final Queue<Packet> packets = new ArrayDeque<>();
    private final short[] samples = new short[MOST_SAMPLES];
    private long start;
    private int count;

    VoiceReader(Track track) throws IOException {
        file = Files.newByteChannel(track.file());
        reader = new MatroskaReader(file);
        offset = track.offset().toMillis() * RATE_PER_MILLI;
        start = offset;
        try {
            decoder = new OpusDecoder(48_000, 1);
        } catch (OpusException e) {
            throw new IOException(e);
        }
    }

    private record Packet(long at, ByteBuffer data) {}

    /** Adds to {@code sum} the samples of the recording from {@code from} on; times must rise. */
    void mix(int[] sum, long from) throws IOException {
        long end = from + sum.length;
        while (start < end) {
            int first = (int) Math.max(0, from - start);
            int last = (int) Math.min(count, end - start);
            for (int i = first; i < last; i++) {
                sum[(int) (start + i - from)] += samples[i];
            }
            if (start + count > end || !decodeNext()) {
                return;
            }
        }
    }

    /** False if there is nothing any more. */
    private boolean decodeNext() throws IOException {
        Packet packet = next();
        if (packet == null) {
            start += count;
            count = 0;
            return false;
        }
        long expected = start + count;
        start = Math.abs(packet.at() - expected) < SEAM ? expected : packet.at();
        count = decode(packet.data());
        return true;
    }

    private @Nullable Packet next() throws IOException {
        while (packets.isEmpty()) {
            boolean more = reader.readNext((millis, key, data) -> {
                ByteBuffer copy =
                        ByteBuffer.allocate(data.remaining()).put(data).flip();
                packets.add(new Packet(offset + millis * RATE_PER_MILLI, copy));
            });
            if (!more) {
                return null;
            }
        }
        return packets.poll();
    }

    private int decode(ByteBuffer data) {
        if (data.remaining() == SILENT_PACKET) {
            java.util.Arrays.fill(samples, 0, SILENT_SAMPLES, (short) 0);
            return SILENT_SAMPLES;
        }
        try {
            int at = data.arrayOffset() + data.position();
            return decoder.decode(data.array(), at, data.remaining(), samples, 0, MOST_SAMPLES, false);
        } catch (OpusException | RuntimeException e) {
            return 0; // a packet that is none is not heard
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
