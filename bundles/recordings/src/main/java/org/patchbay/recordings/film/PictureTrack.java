package org.patchbay.recordings.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.rtp.Frame;
import org.patchbay.recordings.film.rtp.JitterBuffer;
import org.patchbay.recordings.film.rtp.RtpView;
import org.patchbay.recordings.film.rtp.VideoDepacketizer;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SsrcGroup;

/**
 * A camera or a screen. Of several layers the highest that is sent is written; it changes at key frames, which are asked for, as
 * they are every {@link #KEY_FRAME_NANOS} so that one can seek. Not thread-safe.
 */
final class PictureTrack implements SourceTrack {

    static final long KEY_FRAME_NANOS = 20_000_000_000L;
    private static final long ASK_AGAIN_NANOS = 1_000_000_000;

    /** A layer that has no frame for so long is not sent any more. */
    private static final long STOPPED_NANOS = 1_500_000_000;

    private final TrackFile.Place place;
    private final Source source;
    private final long startNanos;
    private final LongConsumer keyFrames;
    private final List<Layer> layers = new ArrayList<>();
    private @Nullable Layer current;
    private @Nullable TrackFile file;
    private long closedBytes;

    PictureTrack(TrackFile.Place place, Source source, SenderClock sender, long startNanos, LongConsumer keyFrames) {
        this.place = place;
        this.source = source;
        this.startNanos = startNanos;
        this.keyFrames = keyFrames;
        for (long ssrc : primaries(source)) {
            layers.add(new Layer(layers.size(), ssrc, sender));
        }
    }

    private static List<Long> primaries(Source source) {
        return source.groups().stream()
                .filter(group -> group.semantics() == SsrcGroup.Semantics.SIM)
                .findFirst()
                .map(SsrcGroup::ssrcs)
                .orElse(source.ssrcs().subList(0, 1));
    }

    /** One encoding. */
    private final class Layer {

        private final int index;
        private final long ssrc;
        private final RtpClock clock;
        private final VideoDepacketizer frames = new VideoDepacketizer(frame -> onFrame(this, frame));
        private final JitterBuffer jitter = new JitterBuffer(frames::add);
        private long askedAt = Long.MIN_VALUE / 2;
        private long keyAt = Long.MIN_VALUE / 2;
        private long frameAt = Long.MIN_VALUE / 2;

        Layer(int index, long ssrc, SenderClock sender) {
            this.index = index;
            this.ssrc = ssrc;
            this.clock = new RtpClock(PayloadType.VP8.clockRate(), sender);
        }

        void askForKeyFrame(long now) {
            if (now - askedAt > ASK_AGAIN_NANOS) {
                askedAt = now;
                keyFrames.accept(ssrc);
            }
        }
    }

    @Override
    public void packet(long ssrc, RtpView packet) {
        long now = packet.arrivalNanos();
        for (Layer layer : layers) {
            if (layer.ssrc == ssrc) {
                layer.clock.onPacket(packet.timestamp(), now);
                layer.jitter.add(packet);
                if (isWanted(layer, now) && (layer.frames.needsKeyFrame() || isDue(layer, now))) {
                    layer.askForKeyFrame(now);
                }
            }
        }
    }

    private boolean isDue(Layer layer, long now) {
        return layer != current || now - layer.keyAt > KEY_FRAME_NANOS;
    }

    /** Whether it is what is written, or ought to be. */
    private boolean isWanted(Layer layer, long now) {
        Layer written = current;
        return written == null
                || written == layer
                || layer.index > written.index
                || now - written.frameAt > STOPPED_NANOS;
    }

    @Override
    public void report(long ssrc, long ntp, long timestamp, long arrivalNanos) {
        for (Layer layer : layers) {
            if (layer.ssrc == ssrc) {
                layer.clock.onReport(ntp, timestamp, arrivalNanos);
            }
        }
    }

    private void onFrame(Layer layer, Frame frame) {
        if (layer != current && !(frame.key() && isWanted(layer, frame.arrivalNanos()))) {
            return;
        }
        current = layer;
        layer.frameAt = frame.arrivalNanos();
        layer.keyAt = frame.key() ? frame.arrivalNanos() : layer.keyAt;
        try {
            write(frame, (layer.clock.nanos(frame.timestamp()) - startNanos) / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Frame frame, long millis) throws IOException {
        TrackFile open = file;
        if (open != null && !open.format().codecId().equals(frame.format().codecId())) {
            closeFile();
            open = null;
        }
        if (open == null) {
            open = new TrackFile(place, source, frame.format(), millis);
            file = open;
        }
        open.write(millis, frame.key(), frame.data());
    }

    private void closeFile() throws IOException {
        TrackFile open = file;
        file = null;
        if (open != null) {
            closedBytes += open.bytes();
            open.close();
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
        return closedBytes + (file == null ? 0 : file.bytes());
    }

    @Override
    public void close() throws IOException {
        try {
            Layer written = current;
            if (written != null) {
                written.jitter.flush();
            }
        } finally {
            closeFile();
        }
    }
}
