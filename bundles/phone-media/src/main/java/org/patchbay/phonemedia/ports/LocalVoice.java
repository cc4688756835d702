package org.patchbay.phonemedia.ports;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.OpusPool;

/** Makes payloads of sound that this server itself gives, numbered as one stream as long as it goes on. Not thread-safe. */
final class LocalVoice implements AutoCloseable {

    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final OpusPool pool;
    private OpusPool.@Nullable Encoder encoder;
    private Object source = this;
    private long last;
    private int sequence;
    private int frames;
    private int ticks;

    LocalVoice(OpusPool pool) {
        this.pool = pool;
    }

    /** Encodes a frame behind the header's room and answers the payload's length; 0 where it cannot be done. */
    int encode(Codec codec, short[] samples, byte[] out, long now) {
        if (now - last > GAP_NANOS) {
            source = new Object();
        }
        last = now;
        sequence++;
        frames++;
        ticks = frames * Frame.SAMPLES * codec.ticksPerSample();
        if (codec.isG711()) {
            G711.encode(codec, samples, Frame.SAMPLES, out, RtpPacket.HEADER);
            return Frame.SAMPLES;
        }
        if (encoder == null) {
            Optional<OpusPool.Encoder> free = pool.encoder();
            if (free.isEmpty()) {
                return 0;
            }
            encoder = free.get();
        }
        return encoder.encode(samples, out, RtpPacket.HEADER);
    }

    Object source() {
        return source;
    }

    int sequence() {
        return sequence;
    }

    int timestamp() {
        return ticks;
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
