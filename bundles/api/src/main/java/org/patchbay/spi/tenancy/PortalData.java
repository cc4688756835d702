package org.patchbay.spi.tenancy;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** The data that a slice or plugin holds for portals. Called concurrently. */
@ConsumerType
public interface PortalData {

    /**
     * Erases everything of a portal that is being deleted, in the caller's unit of work. An exception keeps the portal
     * with all its data. Harmless when there is nothing.
     */
    void erase(PortalId portal);
}
