package org.patchbay.tenancy.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;

/** Keeps portals. Called inside a unit of work. Thread-safe. */
public interface PortalStore {

    void insert(Portal portal);

    /** Writes the portal if its present version is the one before; answers whether it was. */
    boolean update(Portal portal);

    /** Answers whether there was one. */
    boolean delete(PortalId portal);

    Optional<Portal> find(PortalId portal);

    Optional<Portal> findByHost(String host);

    List<Portal> all();

    /** All but root's, by name; the text is looked for in name and host. */
    Page<Portal> list(Optional<String> text, PageRequest page);
}
