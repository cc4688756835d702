package org.patchbay.click2meet.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;

/** Personal links in a map. Thread-safe. */
public final class InMemoryLinkStore implements LinkStore {

    private record Key(PortalId portal, PersonId person) {}

    private final Map<Key, PersonalLink> links = new ConcurrentHashMap<>();

    @Override
    public Optional<PersonalLink> of(PortalId portal, PersonId person) {
        return Optional.ofNullable(links.get(new Key(portal, person)));
    }

    @Override
    public Optional<PersonalLink> named(PortalId portal, String name) {
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal)
                        && entry.getValue().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public void save(PortalId portal, PersonalLink link) {
        boolean taken = named(portal, link.name())
                .filter(other -> !other.person().equals(link.person()))
                .isPresent();
        if (taken) {
            throw new IllegalStateException("The name is taken");
        }
        links.put(new Key(portal, link.person()), link);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        links.remove(new Key(portal, person));
    }
}
