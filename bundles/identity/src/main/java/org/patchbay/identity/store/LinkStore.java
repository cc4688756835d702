package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps one-time links under the hash of their token. Called inside a unit of work. Thread-safe. */
public interface LinkStore {

    void insert(StoredLink link);

    /** By the hash of the token, whether expired or not. */
    Optional<StoredLink> find(PortalId portal, String tokenHash);

    /** Answers whether there was one: of several at the same time one is told so. */
    boolean delete(PortalId portal, String tokenHash);

    void deleteOfPerson(PortalId portal, PersonId person);

    /** Deletes the person's links of one kind. */
    void deleteOfPerson(PortalId portal, PersonId person, String kind);

    void erase(PortalId portal);

    /** Deletes links of every portal that expired before this moment. */
    void deleteExpired(Instant before);
}
