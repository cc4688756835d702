package org.patchbay.recordings;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.TrackWriter;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;

/** Hears one conference of a meeting for its tracks, until the meeting is heard elsewhere. Thread-safe. */
final class ConferenceTap implements MediaTap {

    private final TrackWriter writer;
    private final Consumer<ConferenceTap> gone;
    private @Nullable OpenTap open;
    private volatile boolean left;

    /** One that tells once that the conference is gone, unless it was left before. */
    ConferenceTap(TrackWriter writer, Consumer<ConferenceTap> gone) {
        this.writer = writer;
        this.gone = gone;
    }

    /** The meeting is heard elsewhere from now on: what was heard here is whole, and what still comes is no news. */
    void leave() {
        OpenTap mine;
        synchronized (this) {
            if (left) {
                return;
            }
            left = true;
            mine = open;
        }
        if (mine != null) {
            mine.close();
        }
        writer.breakOff();
    }

    @Override
    public int wantedHeight() {
        return writer.wantedHeight();
    }

    @Override
    public void opened(OpenTap tap) {
        boolean late;
        synchronized (this) {
            late = left;
            open = tap;
        }
        if (late) {
            tap.close();
        } else {
            writer.opened(tap);
        }
    }

    @Override
    public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
        if (!left) {
            writer.packet(source, ssrc, rtp, arrivalNanos);
        }
    }

    @Override
    public void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {
        if (!left) {
            writer.senderReport(source, ssrc, ntp, rtpTimestamp, arrivalNanos);
        }
    }

    @Override
    public void sourceClosed(Source source) {
        if (!left) {
            writer.sourceClosed(source);
        }
    }

    @Override
    public void missed(long packets) {
        if (!left) {
            writer.missed(packets);
        }
    }

    @Override
    public void conferenceGone() {
        synchronized (this) {
            if (left) {
                return;
            }
            left = true;
        }
        writer.breakOff();
        gone.accept(this);
    }
}
