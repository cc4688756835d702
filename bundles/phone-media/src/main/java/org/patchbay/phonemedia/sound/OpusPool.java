package org.patchbay.phonemedia.sound;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Opus decoders and encoders, so many at a time: each costs a hundred times what G.711 does. Thread-safe; what it gives is not. */
public final class OpusPool {

    /** The longest packet in samples, 120 ms (RFC 6716, section 3.2.5). */
    public static final int LONGEST = 960;

    private static final int BITS_PER_SECOND = 24_000;
    private static final int COMPLEXITY = 3;
    private static final int LONGEST_PACKET = 400;

    private final Semaphore free;

    public OpusPool(int most) {
        free = new Semaphore(most);
    }

    /** Decodes one stream. */
    public final class Decoder implements AutoCloseable {

        private final OpusDecoder opus;

        private Decoder(OpusDecoder opus) {
            this.opus = opus;
        }

        /** Decodes a packet and answers how many samples it has; 0 for one that is broken. */
        public int decode(byte[] packet, int offset, int length, short[] out) {
            try {
                return opus.decode(packet, offset, length, out, 0, LONGEST, false);
            } catch (OpusException | RuntimeException e) {
                return 0; // the library throws whatever comes of broken packets
            }
        }

        @Override
        public void close() {
            free.release();
        }
    }

    /** Encodes one stream, in packets of 20 ms. */
    public final class Encoder implements AutoCloseable {

        private final OpusEncoder opus;

        private Encoder(OpusEncoder opus) {
            this.opus = opus;
        }

        /** Encodes a frame and answers the packet's length; 0 if that fails. */
        public int encode(short[] frame, byte[] out, int offset) {
            try {
                return opus.encode(frame, 0, Frame.SAMPLES, out, offset, Math.min(LONGEST_PACKET, out.length - offset));
            } catch (OpusException | RuntimeException e) {
                return 0;
            }
        }

        @Override
        public void close() {
            free.release();
        }
    }

    /** A decoder, to be closed; nothing when as many are in use as may be. */
    public Optional<Decoder> decoder() {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Decoder(new OpusDecoder(Frame.RATE, 1)));
        } catch (OpusException e) {
            throw new IllegalStateException("Opus does not decode at 8 kHz", e);
        }
    }

    /** An encoder, to be closed; nothing when as many are in use as may be. */
    public Optional<Encoder> encoder() {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            var opus = new OpusEncoder(Frame.RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            opus.setBitrate(BITS_PER_SECOND);
            opus.setComplexity(COMPLEXITY);
            return Optional.of(new Encoder(opus));
        } catch (OpusException e) {
            throw new IllegalStateException("Opus does not encode at 8 kHz", e);
        }
    }
}
