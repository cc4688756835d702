package org.patchbay.calls.store;

import java.time.Instant;
import java.util.List;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.store.TextLine.Box;

/** Keeps what people wrote to each other, once for each of them. Thread-safe. */
public interface TextHistory {

    /** What was written to and fro with a number: the newest text, and how many of those that came are unread. */
    record Talk(TextLine last, int unread) {}

    /** Keeps it; the oldest of its box go where that then has more than so many. */
    void add(PortalId portal, TextLine line, int most);

    /** The conversations of a box, that with the newest text first. */
    Page<Talk> talks(PortalId portal, Box box, PageRequest page);

    /** What was written to and fro with a number, the newest first. */
    Page<TextLine> list(PortalId portal, Box box, String number, PageRequest page);

    /** Marks those with the number up to this one as read; whether there is such a line. */
    boolean read(PortalId portal, Box box, String number, String line);

    /** All of a portal, the newest first. */
    Page<TextLine> all(PortalId portal, PageRequest page);

    /** All of a portal in the history of a person, the oldest first. */
    List<TextLine> of(PortalId portal, PersonId person);

    /** Deletes those of all portals that were written before. */
    void forget(Instant before);

    /** Deletes what a person wrote or got, in the history of the others too. */
    void erase(PortalId portal, PersonId person);

    /** Deletes all of a portal. */
    void erase(PortalId portal);
}
