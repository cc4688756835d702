package org.patchbay.api.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recording of a meeting. Immutable.
 *
 * @param owner the person whose storage it takes: the host who started it
 * @param away whether the server that was recording is away: nothing more is recorded, and it may be deleted
 * @param cut why it ended before somebody ended it
 * @param filmless why there are tracks and sound, but no film
 * @param bytes what all its files take
 * @param deletion when it is deleted by the portal's rule
 */
public record Recording(
        RecordingId id,
        String meeting,
        String title,
        String owner,
        String ownerName,
        Instant started,
        Optional<Instant> ended,
        State state,
        boolean away,
        Optional<Cut> cut,
        Optional<Filmless> filmless,
        long bytes,
        List<RecordingPart> parts,
        Optional<RecordingLink> link,
        Optional<Instant> deletion) {

    public Recording {
        parts = List.copyOf(parts);
    }

    /** How far it is. */
    public enum State {
        /** The meeting is being recorded. */
        RECORDING,
        /** What was recorded is being put together. */
        PROCESSING,
        /** It can be played. */
        READY,
        /** Nothing of it could be kept. */
        FAILED
    }

    /** Why a recording ended before somebody ended it. */
    public enum Cut {
        /** The owner's storage was full. */
        QUOTA,
        /** The server's disk was full, or failed. */
        DISK,
        /** The server was lost. */
        LOST
    }

    /** Why there is no film. */
    public enum Filmless {
        /** The server has no ffmpeg. */
        NO_FFMPEG,
        /** The owner's storage had no room for it. */
        QUOTA,
        /** It could not be made. */
        FAILED,
        /** Nobody agreed to be recorded, or nobody sent anything. */
        EMPTY
    }
}
