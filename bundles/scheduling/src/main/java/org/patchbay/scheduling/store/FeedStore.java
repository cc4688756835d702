package org.patchbay.scheduling.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps whose calendar is behind which secret; joins the caller's unit of work. Thread-safe. */
public interface FeedStore {

    /** When the person's feed was made. */
    Optional<Instant> created(PortalId portal, PersonId person);

    /** Writes the person's feed in place of the one before. */
    void put(PortalId portal, PersonId person, String secretHash, Instant created);

    /** Removes the person's feed; answers whether there was one. */
    boolean remove(PortalId portal, PersonId person);

    Optional<PersonId> bySecretHash(PortalId portal, String secretHash);

    /** Erases the feeds of a portal. */
    void erase(PortalId portal);
}
