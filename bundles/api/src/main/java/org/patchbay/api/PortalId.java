package org.patchbay.api;

import java.util.Objects;

/**
 * The immutable id of a portal (a tenant); a UUIDv7 in its canonical text. Comes first in every call that touches a
 * portal's data. Immutable.
 */
public record PortalId(String value) {

    /** The portal of root, above all others; exists from the first start on. */
    public static final PortalId ROOT = new PortalId("00000000-0000-7000-8000-000000000000");

    public PortalId {
        Objects.requireNonNull(value);
    }

    /** Whether this is root's own portal. */
    public boolean isRoot() {
        return equals(ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
