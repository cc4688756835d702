package org.patchbay.recordings.film;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaTap;

/**
 * Writes what a tap hears into a folder, one file for each source of people who agreed. What was written is playable at
 * any moment, even if the server is killed. Thread-safe.
 */
public final class TrackWriter implements MediaTap, AutoCloseable {

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
     * @param stopped told once, by the tap's thread, when it stops on its own; all files are whole then
     */
    public TrackWriter(Path folder, Predicate<EndpointId> agreed, long limit, Consumer<Stop> stopped) {}

    /** How many bytes all files have so far. */
    public long bytes() {
        return 0;
    }

    /** Closes the tap, and then makes all files whole. Closing twice does nothing. */
    @Override
    public void close() {}
}
