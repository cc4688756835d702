package org.patchbay.identity.store;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Second factors in a map. */
public final class InMemoryFactorStore implements FactorStore {

    private final Map<String, StoredFactor> factors = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> codes = new ConcurrentHashMap<>();

    private static String key(PortalId portal, PersonId person) {
        return portal + "/" + person;
    }

    @Override
    public Optional<StoredFactor> find(PortalId portal, PersonId person) {
        return Optional.ofNullable(factors.get(key(portal, person)));
    }

    @Override
    public void save(StoredFactor factor) {
        factors.put(key(factor.portal(), factor.person()), factor);
    }

    @Override
    public boolean use(PortalId portal, PersonId person, long step) {
        Optional<StoredFactor> present = find(portal, person).filter(factor -> step > factor.lastStep());
        present.ifPresent(
                factor -> save(new StoredFactor(portal, person, factor.required(), factor.sealedSecret(), step)));
        return present.isPresent();
    }

    @Override
    public void replaceCodes(PortalId portal, PersonId person, Collection<String> hashes) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        kept.addAll(hashes);
        codes.put(key(portal, person), kept);
    }

    @Override
    public boolean useCode(PortalId portal, PersonId person, String hash) {
        Set<String> kept = codes.get(key(portal, person));
        return kept != null && kept.remove(hash);
    }

    @Override
    public int codesLeft(PortalId portal, PersonId person) {
        return codes.getOrDefault(key(portal, person), Set.of()).size();
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        factors.remove(key(portal, person));
        codes.remove(key(portal, person));
    }

    @Override
    public void erase(PortalId portal) {
        factors.keySet().removeIf(key -> key.startsWith(portal + "/"));
        codes.keySet().removeIf(key -> key.startsWith(portal + "/"));
    }
}
