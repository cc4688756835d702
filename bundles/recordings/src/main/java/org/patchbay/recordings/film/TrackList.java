package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in the folder of a recording. A track's file says by its name whose it is, what it is and when it began:
 * {@code <endpoint>-<kind>-<milliseconds>.webm} (or {@code .mkv} for H.264), such as {@code 4f2a91c0-camera-0001500.webm}.
 */
public final class TrackList {

    private TrackList() {}

    /** The tracks in the folder, the earliest first; none if there is no such folder. Files of other names are left out. */
    public static List<Track> read(Path folder) throws IOException {
        return List.of();
    }

    /**
     * Makes whole what a killed server left: cuts what was written in part and notes durations. Files that are whole are
     * left as they are, one with nothing in it is deleted.
     */
    public static void repair(Path folder) throws IOException {}
}
