package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Sessions in a map. */
public final class InMemorySessionStore implements SessionStore {

    private final Map<String, StoredSession> sessions = new ConcurrentHashMap<>();

    @Override
    public void insert(StoredSession session) {
        sessions.put(session.id(), session);
    }

    @Override
    public Optional<StoredSession> find(PortalId portal, String secretHash) {
        return sessions.values().stream()
                .filter(session ->
                        session.portal().equals(portal) && session.secretHash().equals(secretHash))
                .findFirst();
    }

    @Override
    public List<StoredSession> list(PortalId portal, PersonId person) {
        return sessions.values().stream()
                .filter(session -> session.portal().equals(portal)
                        && session.person().filter(person::equals).isPresent())
                .sorted(Comparator.comparing(StoredSession::lastUsed).reversed().thenComparing(StoredSession::id))
                .toList();
    }

    @Override
    public boolean renew(StoredSession session) {
        return session.equals(sessions.computeIfPresent(
                session.id(), (id, before) -> before.portal().equals(session.portal()) ? session : before));
    }

    @Override
    public Set<PersonId> people(PortalId portal) {
        return sessions.values().stream()
                .filter(session -> session.portal().equals(portal))
                .flatMap(session -> session.person().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void used(PortalId portal, String id, Instant expires, Instant at, String address) {
        sessions.computeIfPresent(
                id,
                (key, session) -> !session.portal().equals(portal)
                        ? session
                        : new StoredSession(
                                id,
                                portal,
                                session.secretHash(),
                                session.person(),
                                session.meeting(),
                                session.name(),
                                expires,
                                session.ends(),
                                session.created(),
                                at,
                                Optional.of(address),
                                session.device(),
                                session.roles()));
    }

    @Override
    public Optional<StoredSession> delete(PortalId portal, String id) {
        Optional<StoredSession> present = Optional.ofNullable(sessions.get(id))
                .filter(session -> session.portal().equals(portal));
        present.ifPresent(session -> sessions.remove(id));
        return present;
    }

    @Override
    public List<String> deleteOfPerson(PortalId portal, PersonId person, Optional<String> butThis) {
        return remove(session -> session.portal().equals(portal)
                && session.person().filter(person::equals).isPresent()
                && butThis.filter(session.id()::equals).isEmpty());
    }

    @Override
    public List<String> deleteOfMeeting(PortalId portal, String meeting) {
        return remove(session -> session.portal().equals(portal)
                && session.meeting().filter(meeting::equals).isPresent());
    }

    @Override
    public List<String> erase(PortalId portal) {
        return remove(session -> session.portal().equals(portal));
    }

    @Override
    public List<String> deleteExpired(Instant before, int limit) {
        List<String> expired = sessions.values().stream()
                .filter(session -> session.expires().isBefore(before))
                .map(StoredSession::id)
                .limit(limit)
                .toList();
        return remove(session -> expired.contains(session.id()));
    }

    private List<String> remove(Predicate<StoredSession> wanted) {
        List<String> ids =
                sessions.values().stream().filter(wanted).map(StoredSession::id).toList();
        ids.forEach(sessions::remove);
        return ids;
    }
}
