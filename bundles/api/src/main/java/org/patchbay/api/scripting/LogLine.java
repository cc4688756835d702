package org.patchbay.api.scripting;

import java.time.Instant;

/**
 * A line of a script's log.
 *
 * @param sequence counts up per script
 */
public record LogLine(long sequence, Instant time, Level level, String text) {

    /** How much a line matters. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
