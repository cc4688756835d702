package org.patchbay.api.tenancy;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** The portals of the server. Thread-safe. */
@ProviderType
public interface Portals {

    /**
     * Creates a portal; it answers at once on its host.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the field, CONFLICT if the host is taken
     */
    Portal create(PortalDraft draft);

    /** Changes a portal; STALE unless the version is the present one. */
    Portal update(PortalId portal, long version, PortalDraft draft);

    /** Deletes the portal; its data is erased by the slices that hold it. */
    void delete(PortalId portal);

    /** Finds a portal. */
    Optional<Portal> find(PortalId portal);

    /** The portal that answers on this host (without port, any case); root's for root's hosts. */
    Optional<Portal> onHost(String host);

    /** Every portal but root's, by name. */
    Page<Portal> list(Optional<String> text, PageRequest page);
}
