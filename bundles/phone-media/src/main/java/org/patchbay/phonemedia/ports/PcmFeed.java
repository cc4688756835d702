package org.patchbay.phonemedia.ports;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.OpusPool;

/**
 * Gives taps the samples of one direction. While there is none, that costs one comparison a packet. G.711 is decoded at once,
 * Opus on another thread. Packets are given by one thread at a time.
 */
final class PcmFeed {

    private static final int MOST_WAITING = 16;
    private static final short[] NONE = {};

    private final PortContext context;
    private final Mailbox opusWork;
    private short[] samples = NONE;
    private volatile PcmTap[] taps = {};
    private OpusPool.@Nullable Decoder decoder;
    private short[] opusSamples = NONE;
    private volatile boolean opusCame;

    PcmFeed(PortContext context) {
        this.context = context;
        opusWork = new Mailbox(context.workers(), MOST_WAITING);
    }

    boolean wanted() {
        return taps.length > 0;
    }

    synchronized void add(PcmTap tap) {
        PcmTap[] more = Arrays.copyOf(taps, taps.length + 1);
        more[taps.length] = tap;
        taps = more;
    }

    synchronized void remove(PcmTap tap) {
        taps = Arrays.stream(taps).filter(other -> other != tap).toArray(PcmTap[]::new);
        if (taps.length == 0) {
            letGo();
        }
    }

    private void letGo() {
        if (opusCame) {
            opusWork.offer(this::releaseDecoder);
        }
    }

    void close() {
        synchronized (this) {
            taps = new PcmTap[0];
        }
        letGo();
    }

    private void releaseDecoder() {
        if (decoder != null && !wanted()) {
            decoder.close();
            decoder = null;
        }
    }

    /** A payload, with its timestamp in the codec's clock. */
    void encoded(Codec codec, byte[] bytes, int offset, int length, int timestamp) {
        if (!wanted()) {
            return;
        }
        int position = (int) ((timestamp & 0xFFFF_FFFFL) / codec.ticksPerSample());
        if (codec.isG711()) {
            if (samples.length == 0) {
                samples = new short[RtpPacket.LONGEST];
            }
            G711.decode(codec, bytes, offset, length, samples);
            linear(position, samples, length);
        } else if (codec == Codec.OPUS) {
            opusCame = true;
            byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
            opusWork.offer(() -> decodeOpus(copy, position));
        }
    }

    private void decodeOpus(byte[] payload, int position) {
        if (decoder == null) {
            Optional<OpusPool.Decoder> free = context.opus().decoder();
            if (free.isEmpty() || !wanted()) {
                free.ifPresent(OpusPool.Decoder::close);
                return;
            }
            decoder = free.get();
        }
        if (opusSamples.length == 0) {
            opusSamples = new short[OpusPool.LONGEST];
        }
        int count = decoder.decode(payload, 0, payload.length, opusSamples);
        linear(position, opusSamples, count);
    }

    /** Samples as they are. */
    void linear(int timestamp, short[] pcm, int count) {
        for (PcmTap tap : taps) {
            tap.heard(timestamp, pcm, count);
        }
    }
}
