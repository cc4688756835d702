package org.patchbay.identity.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What imports leave, in maps. */
public final class InMemoryImportedStore implements ImportedStore {

    private final Map<Waiting, Map<String, String>> attributes = new ConcurrentHashMap<>();
    private final Map<Waiting, Boolean> waiting = new ConcurrentHashMap<>();

    @Override
    public void add(PortalId portal, List<Imported> imported) {
        for (Imported one : imported) {
            Waiting person = new Waiting(portal, one.person());
            ImportedStore.some(one.attributes()).ifPresent(kept -> attributes.put(person, kept));
            if (one.welcome()) {
                waiting.put(person, true);
            }
        }
    }

    @Override
    public Map<String, String> attributes(PortalId portal, PersonId person) {
        return attributes.getOrDefault(new Waiting(portal, person), Map.of());
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return waiting.keySet().stream()
                .sorted(Comparator.comparing(one -> one.person().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean welcomed(PortalId portal, PersonId person) {
        return waiting.remove(new Waiting(portal, person)) != null;
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        welcomed(portal, person);
        attributes.remove(new Waiting(portal, person));
    }

    @Override
    public void erase(PortalId portal) {
        waiting.keySet().removeIf(one -> one.portal().equals(portal));
        attributes.keySet().removeIf(one -> one.portal().equals(portal));
    }
}
