package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Remembers who was told of which last day, so that nobody is told twice. Called inside a unit of work. Thread-safe. */
public interface WarningStore {

    /**
     * Notes that a last day was told.
     *
     * @param person whose account ends; empty for the portal itself
     * @return whether it is new: false if it was told before
     */
    boolean note(PortalId portal, Optional<PersonId> person, LocalDate day);

    /** Forgets what the person was told. */
    void erase(PortalId portal, PersonId person);

    /** Forgets what anybody of the portal was told. */
    void erase(PortalId portal);
}
