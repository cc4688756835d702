package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a meeting's chat.
 *
 * @param id grows with time
 * @param participant who wrote it; empty for a script
 * @param guest the visit of a guest who wrote it
 * @param hall the breakout room; empty text for the main one
 * @param file the file that comes with it
 */
public record ChatLine(
        String id,
        Instant at,
        Optional<String> participant,
        Optional<String> person,
        Optional<String> guest,
        String name,
        String hall,
        String text,
        Optional<Attachment> file) {

    /** Who wrote it, a person or a guest, through every reconnection; empty for a script. */
    public Optional<String> holder() {
        return person.or(() -> guest);
    }

    /** A file by its id. */
    public record Attachment(String id, String name, long size) {}
}
