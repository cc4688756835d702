package org.patchbay.sip.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.patchbay.api.PortalId;

/** Keeps registrations over a restart. Thread-safe. */
public interface RegistrationStore {

    /** Those of all portals that have not expired, in the order of their ids from the one after this; for the start alone. */
    List<KeptRegistration> all(Instant now, String after, int limit);

    /** Those of a portal, in the order of their ids from the one after this. */
    List<KeptRegistration> list(PortalId portal, String after, int limit);

    /** Writes these, whether they were there or not, and forgets those, in one transaction. */
    void write(Collection<KeptRegistration> present, Collection<String> gone);

    /** Forgets those that expired. */
    void sweep(Instant now);

    /** Forgets all of a portal, in the caller's unit of work. */
    void erase(PortalId portal);
}
