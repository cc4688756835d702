package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps passkeys. Called inside a unit of work. Thread-safe. */
public interface PasskeyStore {

    void insert(StoredPasskey passkey);

    /** By the credential's id. */
    Optional<StoredPasskey> find(PortalId portal, String credential);

    /** Those of a person, the oldest first. */
    List<StoredPasskey> list(PortalId portal, PersonId person);

    /**
     * Remembers a use; answers whether the counter is as it was expected, so that of two uses at a time with the same
     * counter one is refused.
     */
    boolean used(PortalId portal, String id, long expected, long counter, Instant at);

    /** Answers whether the person has such a passkey. */
    boolean rename(PortalId portal, PersonId person, String id, String name);

    /** Answers whether the person had such a passkey. */
    boolean delete(PortalId portal, PersonId person, String id);

    void deleteOfPerson(PortalId portal, PersonId person);

    void erase(PortalId portal);
}
