package org.patchbay.spi.tenancy;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** A slice that keeps data of portals. Every slice with a store is one. Called concurrently. */
@ConsumerType
public interface PortalData {

    /** The slice's name, for logs and as the name of its part of an export. */
    String name();

    /**
     * Gives everything kept for the portal, page by page and outside of any unit of work; no secret is ever given, only
     * that it is set.
     */
    void export(PortalId portal, DataSink out);

    /** Erases everything kept for the portal, in the caller's unit of work. */
    void erase(PortalId portal);
}
