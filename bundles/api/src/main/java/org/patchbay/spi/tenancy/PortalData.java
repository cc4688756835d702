package org.patchbay.spi.tenancy;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** A slice that keeps data of portals. Called concurrently. */
@ConsumerType
public interface PortalData {

    /** The slice's name, for logs. */
    String name();

    /** Erases everything kept for the portal, in the caller's unit of work. */
    void erase(PortalId portal);
}
