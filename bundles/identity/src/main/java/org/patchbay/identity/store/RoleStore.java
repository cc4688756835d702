package org.patchbay.identity.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps the roles that portals made themselves. Called inside a unit of work. Thread-safe. */
public interface RoleStore {

    void insert(StoredRole role);

    /** Writes it if the present version is the one before; answers whether it was. */
    boolean update(StoredRole role);

    void delete(PortalId portal, String id);

    Optional<StoredRole> find(PortalId portal, String id);

    List<StoredRole> list(PortalId portal);

    /** Those of them that are there, by id; nobody else changes or deletes them until the unit of work ends. */
    List<StoredRole> lock(PortalId portal, Collection<String> ids);

    /** Deletes every role of the portal. */
    void erase(PortalId portal);
}
