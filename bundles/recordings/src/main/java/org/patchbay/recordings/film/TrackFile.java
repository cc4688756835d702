package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.patchbay.recordings.film.matroska.MatroskaWriter;
import org.patchbay.recordings.film.matroska.TrackFormat;
import org.patchbay.spi.media.Source;

/** One file of a recording while it is written. Its times are those of the recording. Not thread-safe. */
final class TrackFile {

    /** What a block takes beside its frame, with its share of clusters and cues. */
    private static final int OVERHEAD = 24;

    private final Path path;
    private final TrackFormat format;
    private final long offsetMillis;
    private final MatroskaWriter writer;
    private final Levels levels;
    private final Budget budget;

    /** Where files are, how many bytes they may have, and how they are opened. */
    record Place(Path folder, Budget budget, Opener opener) {

        /** Opens a file that must not be there yet. */
        interface Opener {
            SeekableByteChannel open(Path path) throws IOException;
        }

        static SeekableByteChannel create(Path path) throws IOException {
            return Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    TrackFile(Place place, Source source, TrackFormat format, long offsetMillis) throws IOException {
        this.format = format;
        this.budget = place.budget();
        long offset = Math.max(0, offsetMillis);
        Path free = TrackName.path(place.folder(), source, offset, format.isWebm());
        while (Files.exists(free)) {
            offset++;
            free = TrackName.path(place.folder(), source, offset, format.isWebm());
        }
        this.offsetMillis = offset;
        this.path = free;
        this.levels = new Levels(Levels.beside(path));
        this.writer = new MatroskaWriter(place.opener().open(path), format);
    }

    TrackFormat format() {
        return format;
    }

    /** Adds a frame at that time of the recording, or right after the last. */
    void write(long millis, boolean key, ByteBuffer frame) throws IOException {
        budget.take(frame.remaining() + OVERHEAD);
        long own = Math.max(millis - offsetMillis, writer.isEmpty() ? 0 : writer.lastMillis() + 1);
        writer.write(own, key, frame);
    }

    void level(long millis, int level) {
        levels.add(Math.max(0, millis - offsetMillis), level);
    }

    void flush() throws IOException {
        writer.flush();
        levels.flush();
    }

    long bytes() {
        return writer.bytes();
    }

    /** Makes it whole; deletes it if nothing is in it. */
    void close() throws IOException {
        try {
            levels.close();
        } finally {
            writer.close();
            if (writer.isEmpty()) {
                Files.deleteIfExists(path);
                Files.deleteIfExists(Levels.beside(path));
            }
        }
    }
}
