package org.patchbay.phonemedia.ports;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.sound.JitterBuffer;
import org.patchbay.phonemedia.sound.OpusPool;

/** One stream of a room: how loud it is, and its decoder while it is heard. Its state belongs to {@link RoomEars}. */
final class RoomEar {

    private static final long PRESENT = TimeUnit.MILLISECONDS.toNanos(600);
    private static final int LOUDEST = 127;
    private static final int UNKNOWN_LOUDNESS = 64;
    private static final int HYSTERESIS = 12;

    private final JitterBuffer buffer = new JitterBuffer();
    private double loudness;
    private long lastPacket;
    private boolean heard;
    private boolean any;
    private int lastSequence;
    private OpusPool.@Nullable Decoder decoder;

    JitterBuffer buffer() {
        return buffer;
    }

    /** A packet came; level as in the header extension, or unknown. */
    void came(int level, long now) {
        double now127 = level < 0 ? UNKNOWN_LOUDNESS : LOUDEST - level;
        loudness = Math.max(now127, loudness * 0.95);
        lastPacket = now;
    }

    boolean isPresent(long now) {
        return now - lastPacket < PRESENT;
    }

    boolean isGone(long now, long after) {
        return now - lastPacket > after;
    }

    /** Who is heard stays so until another one is clearly louder. */
    double weight() {
        return heard ? loudness + HYSTERESIS : loudness;
    }

    void heard(boolean on) {
        heard = on;
    }

    boolean isHeard() {
        return heard;
    }

    /** Decodes the next packet; one that comes after a later one is left. Called by one thread at a time. */
    int decode(OpusPool pool, byte[] payload, int sequence, short[] out) {
        if (any && (short) (sequence - lastSequence) <= 0) {
            return 0;
        }
        OpusPool.Decoder opus = decoder;
        if (opus == null) {
            opus = pool.decoder().orElse(null);
            decoder = opus;
        }
        any = true;
        lastSequence = sequence;
        return opus == null ? 0 : opus.decode(payload, 0, payload.length, out);
    }

    void release() {
        any = false;
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }
}
