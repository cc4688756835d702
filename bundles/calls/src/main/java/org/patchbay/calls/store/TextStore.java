package org.patchbay.calls.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps texts that wait for a phone. Thread-safe. */
public interface TextStore {

    /** An extension for which texts wait. */
    record Place(PortalId portal, String extension) {}

    /** Keeps it behind the others for its extension; whether it is kept, which it is not where so many wait already. */
    boolean keep(PortalId portal, WaitingText text, int most);

    /** The oldest that waits for an extension. */
    Optional<WaitingText> oldest(PortalId portal, String extension);

    /** It arrived. */
    void drop(PortalId portal, String id);

    /** Extensions of all portals for which texts wait, in order, those behind this one, at most this many. */
    List<Place> waiting(Optional<Place> after, int limit);

    /** All of a portal that a person wrote or may read, the oldest first. */
    List<WaitingText> of(PortalId portal, PersonId person);

    /** Those for an extension, the oldest first. */
    List<WaitingText> of(PortalId portal, String extension);

    /** Deletes those of all portals that were written before. */
    void forget(Instant before);

    /** Deletes all that a person wrote or may read. */
    void erase(PortalId portal, PersonId person);

    /** Deletes all of a portal. */
    void erase(PortalId portal);
}
