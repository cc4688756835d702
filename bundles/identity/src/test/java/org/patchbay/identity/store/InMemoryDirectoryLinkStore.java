package org.patchbay.identity.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;

/** Links to directories in a map. */
public final class InMemoryDirectoryLinkStore implements DirectoryLinkStore {

    private final Map<PersonId, DirectoryLink> links = new ConcurrentHashMap<>();

    @Override
    public void put(DirectoryLink link) {
        if (findByAccount(link.portal(), link.plugin(), link.account())
                .filter(other -> !other.person().equals(link.person()))
                .isPresent()) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
        links.put(link.person(), link);
    }

    @Override
    public Optional<DirectoryLink> find(PortalId portal, PersonId person) {
        return Optional.ofNullable(links.get(person))
                .filter(link -> link.portal().equals(portal));
    }

    @Override
    public Optional<DirectoryLink> findByAccount(PortalId portal, String plugin, String account) {
        return links.values().stream()
                .filter(link -> link.portal().equals(portal)
                        && link.plugin().equals(plugin)
                        && link.account().equals(account))
                .findFirst();
    }

    @Override
    public Map<PersonId, String> plugins(PortalId portal) {
        return links.values().stream()
                .filter(link -> link.portal().equals(portal))
                .collect(Collectors.toMap(DirectoryLink::person, DirectoryLink::plugin));
    }

    @Override
    public boolean delete(PortalId portal, PersonId person) {
        Optional<DirectoryLink> present = find(portal, person);
        present.ifPresent(link -> links.remove(person));
        return present.isPresent();
    }

    @Override
    public void erase(PortalId portal) {
        links.values().removeIf(link -> link.portal().equals(portal));
    }
}
