package org.patchbay.vault.store;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps the sealed keys of people; joins the caller's unit of work. Thread-safe. */
public interface PersonKeyStore {

    Optional<Kept> find(PortalId portal, PersonId person);

    /** Keeps this key unless somebody was faster, and answers what is kept now. */
    Kept keep(PortalId portal, PersonId person, String sealed);

    /**
     * Destroys the key, also of somebody who never had one: none is ever kept again. Root's people may have one in every
     * portal, and lose them all.
     */
    void destroy(PortalId portal, PersonId person);

    /** Forgets everybody of a portal that goes. */
    void erase(PortalId portal);

    /**
     * What is kept of a person.
     *
     * @param sealed the key; empty once it was destroyed
     */
    record Kept(Optional<String> sealed) {}
}
