package org.patchbay.provisioning;

import java.util.List;
import org.patchbay.provisioning.phone.WaitingPhone;

/**
 * Phones that wait, as somebody may see them. Immutable.
 *
 * @param items who asked last first
 * @param sight which phones could be among them
 */
public record WaitingList(List<WaitingPhone> items, Sight sight) {

    public WaitingList {
        items = List.copyOf(items);
    }

    /** Which phones somebody sees. */
    public enum Sight {
        /** Every phone of the server. */
        ALL,
        /** Those of the networks that are named for the portal. */
        NETWORKS,
        /** None: there are several portals, and no network is named for this one. */
        NO_NETWORK,
        /** None: the caller does not set up every phone of the portal. */
        NO_RIGHT
    }
}
