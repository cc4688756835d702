package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a meeting's chat.
 *
 * @param id grows with time
 * @param participant who wrote it; empty for a script
 * @param hall the breakout room; empty text for the main one
 * @param file the file that comes with it
 */
public record ChatLine(
        String id,
        Instant at,
        Optional<String> participant,
        Optional<String> person,
        String name,
        String hall,
        String text,
        Optional<Attachment> file) {

    /** A file by its id. */
    public record Attachment(String id, String name, long size) {}
}
