package org.patchbay.identity.store;

import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps what portals ask of those who sign in. Called inside a unit of work. Thread-safe. */
public interface PolicyStore {

    Optional<StoredPolicy> find(PortalId portal);

    /** Writes it if the present version is the one before; answers whether it was. */
    boolean save(StoredPolicy policy);

    void erase(PortalId portal);
}
