package org.patchbay.calls.store;

import java.time.LocalDate;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.calls.limits.OutsideLimit;

/** Which limits for calls outside a portal lifted for a day. Of earlier days nothing is kept. Thread-safe. */
public interface LimitLiftStore {

    /** Those that are lifted on this day. */
    Set<OutsideLimit> of(PortalId portal, LocalDate day);

    /** Lifts one for this day, or has it hold again; whether that changed anything. */
    boolean lift(PortalId portal, LocalDate day, OutsideLimit limit, boolean on);

    /** Forgets all of a portal. */
    void erase(PortalId portal);
}
