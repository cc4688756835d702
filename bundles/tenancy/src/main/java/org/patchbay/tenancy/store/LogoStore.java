package org.patchbay.tenancy.store;

import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps the logos of portals, one each. Called inside a unit of work. Thread-safe. */
public interface LogoStore {

    /** Writes the logo in place of the present one. */
    void put(PortalId portal, String hash, byte[] png);

    /** The logo, if it is the one with this hash. */
    Optional<byte[]> find(PortalId portal, String hash);

    /** Takes the logo away; harmless if there is none. */
    void delete(PortalId portal);
}
