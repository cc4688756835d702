package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps sessions under the hash of their secret. Called inside a unit of work. Thread-safe. */
public interface SessionStore {

    void insert(StoredSession session);

    /** Gives a guest's session another secret, name and end; answers false if there is none of that id. */
    boolean renew(StoredSession session);

    /** By the hash of the secret, whether expired or not. */
    Optional<StoredSession> find(PortalId portal, String secretHash);

    /** Those of a person, the one used last first. */
    List<StoredSession> list(PortalId portal, PersonId person);

    /** Those who have a session, whether expired or not. */
    Set<PersonId> people(PortalId portal);

    /** Moves the moment at which the session expires, and remembers when and from where it was used. */
    void used(PortalId portal, String id, Instant expires, Instant at, String address);

    /** Answers the session that there was. */
    Optional<StoredSession> delete(PortalId portal, String id);

    /** Deletes every session of the person, but the one named; answers the ids. */
    List<String> deleteOfPerson(PortalId portal, PersonId person, Optional<String> butThis);

    /** Deletes the sessions of a meeting's guests; answers the ids. */
    List<String> deleteOfMeeting(PortalId portal, String meeting);

    /** Deletes every session of the portal; answers the ids. */
    List<String> erase(PortalId portal);

    /** Deletes sessions of every portal that expired before this moment, at most this many; answers the ids. */
    List<String> deleteExpired(Instant before, int limit);
}
