package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes one film of the tracks of a recording with ffmpeg, a process of its own: who speaks is large, the others are in a
 * strip beside; a shared screen is large while it is shared. Thread-safe.
 */
public final class FilmMaker {

    static final String FILM = "film.webm";
    static final String THUMBNAIL = "film.jpg";

    /** Takes the path of ffmpeg, or its name to be looked for in the {@code PATH}. */
    public FilmMaker(String command) {}

    /** The ffmpeg that would be used; empty if there is none that runs. Looked for once a minute at most. */
    public Optional<Ffmpeg> available() {
        return Optional.empty();
    }

    /**
     * Makes {@code film.webm} and {@code film.jpg} in the folder, which replace those of an earlier call. Blocks; interrupting the
     * thread ends ffmpeg with all it started.
     *
     * @throws IOException if there is no ffmpeg, no track, no room on the disk, or ffmpeg failed or took too long
     */
    public Film make(Path folder, Cast cast, Progress progress) throws IOException, InterruptedException {
        if (available().isEmpty()) {
            throw new IOException("There is no ffmpeg");
        }
        return new Film(folder.resolve(FILM), folder.resolve(THUMBNAIL), java.time.Duration.ZERO);
    }
}
