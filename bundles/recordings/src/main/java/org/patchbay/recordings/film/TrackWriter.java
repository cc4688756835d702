package org.patchbay.recordings.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.rtp.RtpView;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a tap hears into a folder, one file for each source of people who agreed. What was written is playable at
 * any moment, even if the server is killed. Thread-safe.
 */
public final class TrackWriter implements MediaTap, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TrackWriter.class);
    private static final long FLUSH_NANOS = 1_000_000_000;

    private final Path folder;
    private final Predicate<EndpointId> agreed;
    private final BooleanSupplier full;
    private final Consumer<Stop> stopped;
    private final TrackFile.Place place;
    private final long startNanos;
    private final Map<SourceId, SourceTrack> tracks = new HashMap<>();
    private final Map<EndpointId, SenderClock> clocks = new HashMap<>();
    private @Nullable OpenTap tap;
    private long flushedAt;
    private long closedBytes;
    private long missed;
    private boolean ended;

    /** Why it stopped on its own. */
    public enum Stop {
        /** The bytes that it may write are written. */
        LIMIT,
        /** The disk is full, or cannot be written. */
        DISK,
        /** The conference is no more. */
        CONFERENCE_GONE
    }

    /**
     * The recording begins now.
     *
     * @param folder is made if it is not there
     * @param agreed asked with every packet, so it must answer at once; a source's file ends when it no longer holds, and a new one
     *     begins when it holds again
     * @param limit how many bytes all files may have together
     * @param full whether the disk counts as full, for others need it too; asked every second
     * @param stopped told once, by the tap's thread, when it stops on its own; all files are whole then
     */
    public TrackWriter(
            Path folder, Predicate<EndpointId> agreed, long limit, BooleanSupplier full, Consumer<Stop> stopped) {
        this(folder, agreed, limit, full, stopped, TrackFile.Place::create, System.nanoTime());
    }

    TrackWriter(
            Path folder,
            Predicate<EndpointId> agreed,
            long limit,
            BooleanSupplier full,
            Consumer<Stop> stopped,
            TrackFile.Place.Opener opener,
            long startNanos) {
        this.folder = folder;
        this.agreed = agreed;
        this.full = full;
        this.stopped = stopped;
        this.place = new TrackFile.Place(folder, new Budget(limit), opener);
        this.startNanos = startNanos;
        this.flushedAt = startNanos;
    }

    @Override
    public synchronized void opened(OpenTap open) {
        tap = open;
    }

    private interface Writing {
        void write() throws IOException;
    }

    @Override
    public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
        write(() -> {
            if (agreed.test(source.owner())) {
                SourceTrack track = track(source);
                RtpView.parse(rtp, arrivalNanos).ifPresent(packet -> track.packet(ssrc, packet));
            } else {
                closeTrack(source);
            }
            if (arrivalNanos - flushedAt > FLUSH_NANOS) {
                flushedAt = arrivalNanos;
                flush();
            }
        });
    }

    private SourceTrack track(Source source) throws IOException {
        if (tracks.isEmpty()) {
            Files.createDirectories(folder);
        }
        return tracks.computeIfAbsent(source.id(), id -> {
            var sender = clocks.computeIfAbsent(source.owner(), owner -> new SenderClock());
            return source.kind().isVideo()
                    ? new PictureTrack(place, source, sender, startNanos, this::requestKeyFrame)
                    : new VoiceTrack(place, source, sender, startNanos);
        });
    }

    private void requestKeyFrame(long ssrc) {
        OpenTap open = tap;
        if (open != null) {
            open.requestKeyFrame(ssrc);
        }
    }

    private void flush() throws IOException {
        for (SourceTrack track : tracks.values()) {
            track.flush();
        }
        if (full.getAsBoolean()) {
            throw new IOException("The disk is nearly full");
        }
    }

    @Override
    public void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {
        write(() -> {
            SourceTrack track = tracks.get(source.id());
            if (track != null) {
                track.report(ssrc, ntp, rtpTimestamp, arrivalNanos);
            }
        });
    }

    @Override
    public void sourceClosed(Source source) {
        write(() -> closeTrack(source));
    }

    private void closeTrack(Source source) throws IOException {
        SourceTrack track = tracks.remove(source.id());
        if (track != null) {
            close(track);
        }
    }

    private void close(SourceTrack track) throws IOException {
        try {
            track.close();
        } finally {
            closedBytes += track.bytes();
        }
    }

    @Override
    public synchronized void missed(long packets) {
        if (missed == 0) {
            log.warn("A recording misses packets, for the disk is too slow");
        }
        missed += packets;
    }

    @Override
    public void conferenceGone() {
        stop(Stop.CONFERENCE_GONE);
    }

    /** Makes the files so far whole; whatever comes from the next conference is in new ones. */
    public synchronized void breakOff() {
        closeAll();
        clocks.clear();
    }

    private void closeAll() {
        List<SourceTrack> all = new ArrayList<>(tracks.values());
        tracks.clear();
        all.forEach(this::closeQuietly);
    }

    private void write(Writing writing) {
        Stop reason;
        synchronized (this) {
            if (ended) {
                return;
            }
            try {
                writing.write();
                return;
            } catch (Budget.Spent e) {
                reason = Stop.LIMIT;
            } catch (IOException | UncheckedIOException e) {
                log.warn("A recording stops, for it cannot be written", e);
                reason = Stop.DISK;
            }
        }
        stop(reason);
    }

    private void stop(Stop reason) {
        if (end()) {
            stopped.accept(reason);
        }
    }

    /** Makes all files whole; false if that was done before. */
    private boolean end() {
        OpenTap open;
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            open = tap;
            closeAll();
        }
        if (open != null) {
            open.close();
        }
        return true;
    }

    /** What cannot be written any more is lost; the file is whole nevertheless. */
    private void closeQuietly(SourceTrack track) {
        try {
            close(track);
        } catch (IOException | UncheckedIOException | Budget.Spent e) {
            log.debug("The end of a track is lost", e);
        }
    }

    /** How many bytes all files have so far. */
    public synchronized long bytes() {
        return closedBytes
                + tracks.values().stream().mapToLong(SourceTrack::bytes).sum();
    }

    /** Closes the tap, and then makes all files whole. Closing twice does nothing. */
    @Override
    public void close() {
        OpenTap open;
        synchronized (this) {
            open = tap;
        }
        if (open != null) {
            open.close();
        }
        end();
    }
}
