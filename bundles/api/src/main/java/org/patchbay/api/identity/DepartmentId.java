package org.patchbay.api.identity;

import org.patchbay.api.PortalId;

/** The immutable id of a department; a UUIDv7. Immutable. */
public record DepartmentId(String value) {

    /** The department "Default" that every portal has from its first moment on; its id is the portal's. */
    public static DepartmentId defaultOf(PortalId portal) {
        return new DepartmentId(portal.value());
    }

    /** Whether it is the department "Default" of this portal. */
    public boolean isDefaultOf(PortalId portal) {
        return value.equals(portal.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
