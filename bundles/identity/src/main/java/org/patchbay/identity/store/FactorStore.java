package org.patchbay.identity.store;

import java.util.Collection;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps second factors and the hashes of recovery codes. Called inside a unit of work. Thread-safe. */
public interface FactorStore {

    Optional<StoredFactor> find(PortalId portal, PersonId person);

    /** Writes it in place of the one before. */
    void save(StoredFactor factor);

    /** Remembers the time step of a code; answers whether it is later than every one before. */
    boolean use(PortalId portal, PersonId person, long step);

    /** Writes the recovery codes in place of those before. */
    void replaceCodes(PortalId portal, PersonId person, Collection<String> hashes);

    /** Takes a recovery code away; of several uses at the same time one is told that there was one. */
    boolean useCode(PortalId portal, PersonId person, String hash);

    /** How many recovery codes are left. */
    int codesLeft(PortalId portal, PersonId person);

    /** Deletes factor and recovery codes. */
    void delete(PortalId portal, PersonId person);

    void erase(PortalId portal);
}
