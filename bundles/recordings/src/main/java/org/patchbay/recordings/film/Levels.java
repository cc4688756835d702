package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How loud a voice was, half a second after another, in a file beside its track: a line of the milliseconds since the track
 * began and the loudness, 1 to 127, for each that was not silent. Not thread-safe.
 */
final class Levels {

    static final String SUFFIX = ".levels";
    static final int STEP_MILLIS = 500;

    private final Path file;
    private final StringBuilder waiting = new StringBuilder();
    private long step = -1;
    private int sum;
    private int count;

    Levels(Path file) {
        this.file = file;
    }

    /** One step that was not silent. */
    record Loud(long millis, int loudness) {}

    /** Takes the level of a packet, in -dBov. */
    void add(long millis, int level) {
        if (millis / STEP_MILLIS != step) {
            end();
            step = millis / STEP_MILLIS;
        }
        sum += 127 - level;
        count++;
    }

    private void end() {
        int loudness = count == 0 ? 0 : sum / count;
        if (loudness > 0) {
            waiting.append(step * STEP_MILLIS).append(' ').append(loudness).append('\n');
        }
        sum = 0;
        count = 0;
    }

    /** Writes what waits. */
    void flush() throws IOException {
        if (waiting.length() > 0) {
            Files.writeString(
                    file, waiting, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            waiting.setLength(0);
        }
    }

    void close() throws IOException {
        end();
        flush();
    }

    /** Reads what a track's file has beside it; a line that was not written whole is left out. */
    static List<Loud> read(Path track) throws IOException {
        Path file = beside(track);
        List<Loud> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1)) {
                if (line.matches("\\d{1,12} \\d{1,3}")) {
                    int space = line.indexOf(' ');
                    all.add(new Loud(
                            Long.parseLong(line.substring(0, space)), Integer.parseInt(line.substring(space + 1))));
                }
            }
        }
        return all;
    }

    static Path beside(Path track) {
        String name = String.valueOf(track.getFileName());
        return track.resolveSibling(name.substring(0, name.lastIndexOf('.')) + SUFFIX);
    }
}
