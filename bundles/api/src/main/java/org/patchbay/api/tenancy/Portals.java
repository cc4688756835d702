package org.patchbay.api.tenancy;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;

/** The portals of the server. Thread-safe. */
@ProviderType
public interface Portals {

    /**
     * Creates a portal; it answers at once on its host.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the field, CONFLICT if the host is taken
     */
    Portal create(PortalDraft draft, Caller by);

    /** Changes a portal; STALE unless the version is the present one. */
    Portal update(PortalId portal, long version, PortalDraft draft, Caller by);

    /** Deletes the portal; its data is erased by the slices that hold it. */
    void delete(PortalId portal, Caller by);

    /** Finds a portal. */
    Optional<Portal> find(PortalId portal);

    /** The portal that answers on this host (without port, any case); root's for root's hosts. */
    Optional<Portal> onHost(String host);

    /**
     * Lets pass while people may sign in and start meetings.
     *
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with {@code portal.expired}, NOT_FOUND for no portal
     */
    default void requireOpen(PortalId portal, Instant moment) {
        Portal found =
                find(portal).orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        if (!found.isOpenAt(moment)) {
            throw Problem.FORBIDDEN.because(
                    "portal.expired", "The portal has expired; who runs the server can extend it");
        }
    }

    /** Every portal but root's, by name. */
    Page<Portal> list(Optional<String> text, PageRequest page);
}
