package org.patchbay.scheduling.store;

import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps what portals say about planned meetings; joins the caller's unit of work. Thread-safe. */
public interface RulesStore {

    /** For how many days the portal keeps what is over; empty for what is usual on the server. */
    Optional<Integer> keepDays(PortalId portal);

    void keepDays(PortalId portal, Optional<Integer> days);

    /** Erases the rules of a portal. */
    void erase(PortalId portal);
}
