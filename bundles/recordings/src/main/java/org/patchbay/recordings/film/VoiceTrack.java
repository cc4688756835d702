package org.patchbay.recordings.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.rtp.Frame;
import org.patchbay.recordings.film.rtp.JitterBuffer;
import org.patchbay.recordings.film.rtp.OpusPackets;
import org.patchbay.recordings.film.rtp.RtpView;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;

/**
 * A microphone or the sound of a screen. Where nothing came, as when it was silent (DTX), it has silence, so that the file plays
 * through everywhere. Not thread-safe.
 */
final class VoiceTrack implements SourceTrack {

    /** 20 ms of silence in Opus (RFC 6716, section 3.1): CELT, full band, mono. */
    private static final byte[] SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private static final long SILENCE_MICROS = 20_000;

    /** Sound goes on without a seam as long as the clocks differ less than this. */
    private static final long SEAM_MICROS = 40_000;

    private final TrackFile.Place place;
    private final Source source;
    private final long startNanos;
    private final RtpClock clock;
    private final OpusPackets opus = new OpusPackets(this::write);
    private final JitterBuffer jitter = new JitterBuffer((packet, gap) -> ordered(packet));
    private @Nullable TrackFile file;
    private long nextMicros;

    VoiceTrack(TrackFile.Place place, Source source, SenderClock sender, long startNanos) {
        this.place = place;
        this.source = source;
        this.startNanos = startNanos;
        this.clock = new RtpClock(PayloadType.OPUS.clockRate(), sender);
    }

    @Override
    public void packet(long ssrc, RtpView packet) {
        clock.onPacket(packet.timestamp(), packet.arrivalNanos());
        jitter.add(packet);
    }

    @Override
    public void report(long ssrc, long ntp, long timestamp, long arrivalNanos) {
        clock.onReport(ntp, timestamp, arrivalNanos);
    }

    private void ordered(RtpView packet) {
        opus.add(packet);
        TrackFile open = file;
        if (open != null && packet.audioLevel() >= 0) {
            open.level(micros(packet.timestamp()) / 1_000, packet.audioLevel());
        }
    }

    private long micros(long timestamp) {
        return Math.max(0, (clock.nanos(timestamp) - startNanos) / 1_000);
    }

    private void write(Frame frame) {
        int samples = OpusPackets.samples(frame.data());
        if (samples == 0) {
            return;
        }
        long micros = micros(frame.timestamp());
        try {
            TrackFile open = file;
            if (open == null) {
                open = new TrackFile(place, source, frame.format(), micros / 1_000);
                file = open;
                nextMicros = micros;
            }
            if (micros - nextMicros < -SEAM_MICROS) {
                return; // its clock is ahead of the server's
            }
            while (micros - nextMicros > SEAM_MICROS) {
                open.write(nextMicros / 1_000, true, ByteBuffer.wrap(SILENCE));
                nextMicros += SILENCE_MICROS;
            }
            open.write(nextMicros / 1_000, true, frame.data());
            nextMicros += samples * 125L / 6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public long bytes() {
        return file == null ? 0 : file.bytes();
    }

    @Override
    public void close() throws IOException {
        try {
            jitter.flush();
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }
}
