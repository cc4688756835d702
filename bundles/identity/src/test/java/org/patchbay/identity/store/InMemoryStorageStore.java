package org.patchbay.identity.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Storage taken, in a map. */
public final class InMemoryStorageStore implements StorageStore {

    private record Owner(PortalId portal, PersonId person) {}

    private final Map<Owner, Map<String, Long>> taken = new ConcurrentHashMap<>();

    @Override
    public Map<String, Long> taken(PortalId portal, PersonId person) {
        return Map.copyOf(taken.getOrDefault(new Owner(portal, person), Map.of()));
    }

    @Override
    public void set(PortalId portal, PersonId person, String kind, long bytes) {
        taken.computeIfAbsent(new Owner(portal, person), owner -> new TreeMap<>())
                .put(kind, bytes);
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        taken.remove(new Owner(portal, person));
    }

    @Override
    public void erase(PortalId portal) {
        taken.keySet().removeIf(owner -> owner.portal().equals(portal));
    }
}
