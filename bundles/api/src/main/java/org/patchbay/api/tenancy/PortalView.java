package org.patchbay.api.tenancy;

import org.patchbay.api.PortalId;

/**
 * What anyone who comes to a portal's host may know of it. Immutable.
 *
 * @param root whether this is root's own portal
 */
public record PortalView(PortalId id, String name, String host, String language, String accent, boolean root) {

    /** The public part of a portal. */
    public static PortalView of(Portal portal) {
        return new PortalView(
                portal.id(),
                portal.name(),
                portal.host(),
                portal.language(),
                portal.accent(),
                portal.id().isRoot());
    }
}
