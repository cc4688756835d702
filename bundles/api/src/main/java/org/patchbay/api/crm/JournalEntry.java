package org.patchbay.api.crm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call or meeting to be written into a CRM.
 *
 * @param id of the call or meeting; journaling it again changes the entry rather than adding one
 * @param outcome for a call: answered, missed, no-answer, busy or voicemail; for a meeting: held
 * @param contacts ids of contacts it is attached to, as {@link Crm} answered them; a CRM gets its own
 * @param note free text
 */
public record JournalEntry(
        String id,
        Kind kind,
        Optional<Direction> direction,
        String outcome,
        String title,
        Optional<String> from,
        Optional<String> to,
        Instant start,
        Instant end,
        List<String> contacts,
        Optional<String> note) {

    /** What is journaled. */
    public enum Kind {
        CALL,
        MEETING
    }

    /** The way a call went. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }
}
