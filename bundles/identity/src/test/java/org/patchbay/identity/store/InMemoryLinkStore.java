package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** One-time links in a map. */
public final class InMemoryLinkStore implements LinkStore {

    private final Map<String, StoredLink> links = new ConcurrentHashMap<>();

    @Override
    public void insert(StoredLink link) {
        links.put(link.tokenHash(), link);
    }

    @Override
    public Optional<StoredLink> find(PortalId portal, String tokenHash) {
        return Optional.ofNullable(links.get(tokenHash))
                .filter(link -> link.portal().equals(portal));
    }

    @Override
    public boolean delete(PortalId portal, String tokenHash) {
        return find(portal, tokenHash)
                .map(link -> links.remove(tokenHash, link))
                .orElse(false);
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person) {
        links.values()
                .removeIf(link -> link.portal().equals(portal) && link.person().equals(person));
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person, String kind) {
        links.values()
                .removeIf(link -> link.portal().equals(portal)
                        && link.person().equals(person)
                        && link.kind().equals(kind));
    }

    @Override
    public void erase(PortalId portal) {
        links.values().removeIf(link -> link.portal().equals(portal));
    }

    @Override
    public void deleteExpired(Instant before) {
        links.values().removeIf(link -> link.expires().isBefore(before));
    }
}
