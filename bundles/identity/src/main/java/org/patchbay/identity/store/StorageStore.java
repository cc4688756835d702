package org.patchbay.identity.store;

import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps how much storage people take. Called inside a unit of work. Thread-safe. */
public interface StorageStore {

    /** Bytes by kind. */
    Map<String, Long> taken(PortalId portal, PersonId person);

    void set(PortalId portal, PersonId person, String kind, long bytes);

    void delete(PortalId portal, PersonId person);

    void erase(PortalId portal);
}
