package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps tokens for programs under the hash of their secret. Called inside a unit of work. Thread-safe. */
public interface TokenStore {

    void insert(StoredToken token);

    /** By the hash of the secret, whether expired or not. */
    Optional<StoredToken> find(PortalId portal, String secretHash);

    /** Those of a person, the oldest first. */
    List<StoredToken> list(PortalId portal, PersonId person);

    /** Remembers when and from where it was used. */
    void used(PortalId portal, String id, Instant at, String address);

    /** Answers the token that the person had. */
    Optional<StoredToken> delete(PortalId portal, PersonId person, String id);

    /** Deletes every token of the person; answers the ids. */
    List<String> deleteOfPerson(PortalId portal, PersonId person);

    /** Deletes every token of the portal; answers the ids. */
    List<String> erase(PortalId portal);
}
