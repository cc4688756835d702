package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Passkeys in a map. */
public final class InMemoryPasskeyStore implements PasskeyStore {

    private final Map<String, StoredPasskey> passkeys = new ConcurrentHashMap<>();

    @Override
    public void insert(StoredPasskey passkey) {
        passkeys.put(passkey.id(), passkey);
    }

    @Override
    public Optional<StoredPasskey> find(PortalId portal, String credential) {
        return passkeys.values().stream()
                .filter(key -> key.portal().equals(portal) && key.credential().equals(credential))
                .findFirst();
    }

    @Override
    public List<StoredPasskey> list(PortalId portal, PersonId person) {
        return passkeys.values().stream()
                .filter(key -> isOf(key, portal, person))
                .sorted(Comparator.comparing(StoredPasskey::id))
                .toList();
    }

    @Override
    public boolean used(PortalId portal, String id, long expected, long counter, Instant at) {
        StoredPasskey key = passkeys.get(id);
        if (key == null || !key.portal().equals(portal) || key.counter() != expected) {
            return false;
        }
        change(
                id,
                old -> new StoredPasskey(
                        id,
                        portal,
                        old.person(),
                        old.name(),
                        old.credential(),
                        old.data(),
                        counter,
                        old.created(),
                        Optional.of(at)));
        return true;
    }

    @Override
    public boolean rename(PortalId portal, PersonId person, String id, String name) {
        if (!has(portal, person, id)) {
            return false;
        }
        change(
                id,
                old -> new StoredPasskey(
                        id,
                        portal,
                        person,
                        name,
                        old.credential(),
                        old.data(),
                        old.counter(),
                        old.created(),
                        old.lastUsed()));
        return true;
    }

    @Override
    public boolean delete(PortalId portal, PersonId person, String id) {
        return has(portal, person, id) && passkeys.remove(id) != null;
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person) {
        passkeys.values().removeIf(key -> isOf(key, portal, person));
    }

    @Override
    public void erase(PortalId portal) {
        passkeys.values().removeIf(key -> key.portal().equals(portal));
    }

    private void change(String id, UnaryOperator<StoredPasskey> change) {
        passkeys.computeIfPresent(id, (key, old) -> change.apply(old));
    }

    private boolean has(PortalId portal, PersonId person, String id) {
        return passkeys.containsKey(id) && isOf(passkeys.get(id), portal, person);
    }

    private static boolean isOf(StoredPasskey key, PortalId portal, PersonId person) {
        return key.portal().equals(portal) && key.person().equals(person);
    }
}
