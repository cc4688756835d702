package org.patchbay.api.recordings;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody did about a recording. Immutable.
 *
 * @param person empty for a guest and for whoever came by the link
 * @param name empty for whoever came by the link, and for people who have been erased
 * @param part the number of the file that was played or downloaded
 */
public record LedgerEntry(
        String id, Instant at, Act act, Optional<String> person, Optional<String> name, Optional<Integer> part) {

    /** What somebody did. */
    public enum Act {
        /** Agreed to be recorded. */
        AGREED,
        /** Did not agree to be recorded, or took that back. */
        DECLINED,
        /** Played a file. */
        PLAYED,
        /** Downloaded a file. */
        DOWNLOADED,
        /** Played a file by the link, without signing in. */
        PLAYED_BY_LINK,
        /** Downloaded a file by the link, without signing in. */
        DOWNLOADED_BY_LINK
    }
}
