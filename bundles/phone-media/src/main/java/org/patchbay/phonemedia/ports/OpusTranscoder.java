package org.patchbay.phonemedia.ports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.OpusPool;

/**
 * Makes G.711 of Opus or the other way round, packet by packet, on a thread for such work. At most so many of them are at work;
 * one that finds no place gives nothing. Packets wait in a short queue, and are lost when it is full. Thread-safe.
 */
final class OpusTranscoder {

    private static final int MOST_WAITING = 8;

    private final PortContext context;
    private final Outbound to;
    private final Codec makes;
    private final Mailbox work;
    private final Object source = new Object();
    private final byte[] room = new byte[RtpPacket.ROOM];
    private final short[] samples = new short[OpusPool.LONGEST];
    private final short[] frame = new short[Frame.SAMPLES];
    private OpusPool.@Nullable Decoder decoder;
    private OpusPool.@Nullable Encoder encoder;
    private int filled;
    private int sequence;
    private volatile boolean closed;

    OpusTranscoder(PortContext context, Outbound to, Codec makes) {
        this.context = context;
        this.to = to;
        this.makes = makes;
        work = new Mailbox(context.workers(), MOST_WAITING);
    }

    Codec makes() {
        return makes;
    }

    void transcode(Codec codec, RtpPacket packet) {
        int at = packet.payloadOffset();
        byte[] payload = Arrays.copyOfRange(packet.bytes(), at, at + packet.payloadLength());
        int number = packet.sequence();
        int timestamp = packet.timestamp();
        work.offer(() -> {
            if (closed) {
                release();
            } else if (codec == Codec.OPUS) {
                decode(payload, number, timestamp);
            } else {
                encode(codec, payload, timestamp);
            }
        });
    }

    private void decode(byte[] payload, int number, int timestamp) {
        if (decoder == null) {
            decoder = context.opus().decoder().orElse(null);
        }
        OpusPool.Decoder opus = decoder;
        int count = opus == null ? 0 : opus.decode(payload, 0, payload.length, samples);
        if (count > 0) {
            G711.encode(makes, samples, count, room, RtpPacket.HEADER);
            int position = (int) ((timestamp & 0xFFFF_FFFFL) / Codec.OPUS.ticksPerSample());
            to.relayMade(source, room, count, makes, number, position, System.nanoTime());
        }
    }

    private void encode(Codec codec, byte[] payload, int timestamp) {
        if (encoder == null) {
            encoder = context.opus().encoder().orElse(null);
        }
        OpusPool.Encoder opus = encoder;
        if (opus == null || payload.length > samples.length) {
            return;
        }
        G711.decode(codec, payload, 0, payload.length, samples);
        for (int i = 0; i < payload.length; i++) {
            frame[filled] = samples[i];
            filled++;
            if (filled == Frame.SAMPLES) {
                filled = 0;
                int begin = timestamp + i + 1 - Frame.SAMPLES;
                int length = opus.encode(frame, room, RtpPacket.HEADER);
                if (length > 0) {
                    sequence++;
                    int ticks = begin * Codec.OPUS.ticksPerSample();
                    to.relayMade(source, room, length, makes, sequence, ticks, System.nanoTime());
                }
            }
        }
    }

    /** If the queue is full, what waits in it does the rest. */
    void close() {
        closed = true;
        work.offer(this::release);
    }

    private void release() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
