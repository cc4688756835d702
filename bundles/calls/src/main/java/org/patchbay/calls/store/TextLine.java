package org.patchbay.calls.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;

/**
 * A text as it stands in the history of somebody who wrote or got it. Immutable.
 *
 * @param other the person at the other side; empty for a group or an extension of nobody
 * @param number of the other side
 * @param name of the other side when it was written; may be empty
 * @param own whether the person of this history wrote it
 * @param unread whether that person has not looked at it yet
 */
public record TextLine(
        String id,
        Box box,
        String number,
        String name,
        Optional<PersonId> other,
        boolean own,
        boolean unread,
        String words,
        Instant sent) {

    /** Whose history: of a person as long as they have the extension. */
    public record Box(PersonId person, String extension) {}

    @Override
    public String toString() {
        return "TextLine[" + id + "]";
    }
}
