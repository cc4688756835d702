package org.patchbay.events.delivery;

import org.patchbay.api.PortalId;

/** How far a subscriber has come in each portal. */
interface Positions {

    /** Whether this node may deliver the portal's events to the subscriber now. */
    boolean mine(PortalId portal);

    /** The number of the last event that was delivered. */
    long of(PortalId portal);

    /** Everything up to this number is delivered. */
    void reached(PortalId portal, long sequence);
}
