package org.patchbay.identity.store;

import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;

/** A role of a portal's own, as it is kept. */
public record StoredRole(
        String id, PortalId portal, String title, boolean everywhere, Set<Right> rights, long version) {

    public StoredRole {
        rights = Set.copyOf(rights);
    }
}
