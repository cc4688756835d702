package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.recordings.film.matroska.MatroskaReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in the folder of a recording. A track's file says by its name whose it is, what it is and when it began:
 * {@code <endpoint>-<kind>-<milliseconds>.webm} (or {@code .mkv} for H.264), such as {@code 4f2a91c0-camera-0001500.webm}; kinds
 * are {@code microphone}, {@code camera}, {@code screen} and {@code sound}, that of a screen.
 */
public final class TrackList {

    private static final Logger log = LoggerFactory.getLogger(TrackList.class);

    private TrackList() {}

    /** The tracks in the folder, the earliest first; none if there is no such folder. Files of other names are left out. */
    public static List<Track> read(Path folder) throws IOException {
        List<Track> tracks = new ArrayList<>();
        for (Path file : files(folder)) {
            Optional<TrackName> name = TrackName.of(file);
            if (name.isPresent()) {
                read(file, name.get()).ifPresent(tracks::add);
            }
        }
        tracks.sort(Comparator.comparing(Track::offset).thenComparing(track -> track.file()));
        return List.copyOf(tracks);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> TrackName.of(file).isPresent()).toList();
        }
    }

    private static Optional<Track> read(Path file, TrackName name) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            var reader = new MatroskaReader(channel);
            return Optional.of(new Track(
                    file,
                    name.endpoint(),
                    name.kind(),
                    reader.format().codec(),
                    Duration.ofMillis(name.offsetMillis()),
                    Duration.ofMillis(reader.isFinished() ? reader.durationMillis() : lastMillis(reader)),
                    channel.size()));
        } catch (IOException e) {
            log.debug("A file of a recording cannot be read", e);
            return Optional.empty();
        }
    }

    private static long lastMillis(MatroskaReader reader) throws IOException {
        long[] last = {0};
        reader.read((millis, key, data) -> last[0] = millis);
        return last[0];
    }

    /**
     * Makes whole what a killed server left: cuts what was written in part and notes durations. Files that are whole are
     * left as they are, one with nothing in it is deleted.
     */
    public static void repair(Path folder) throws IOException {
        for (Path file : files(folder)) {
            if (!isWhole(file)) {
                Files.deleteIfExists(Levels.beside(file));
                Files.delete(file);
            }
        }
    }

    private static boolean isWhole(Path file) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MatroskaReader reader;
            try {
                reader = new MatroskaReader(channel);
            } catch (IOException e) {
                log.info("A file of a recording ends before anything was in it");
                return false;
            }
            return reader.isFinished() || reader.repair();
        }
    }
}
