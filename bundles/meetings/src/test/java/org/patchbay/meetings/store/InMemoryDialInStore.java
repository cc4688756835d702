package org.patchbay.meetings.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Numbers of rooms in a map. */
public final class InMemoryDialInStore implements DialInStore {

    private record Key(PortalId portal, String number) {}

    private final Map<Key, StoredDialIn> all = new LinkedHashMap<>();

    @Override
    public synchronized Optional<StoredDialIn> byNumber(PortalId portal, String number) {
        return Optional.ofNullable(all.get(new Key(portal, number)));
    }

    @Override
    public synchronized Optional<StoredDialIn> byCodeHash(PortalId portal, String codeHash) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().portal().equals(portal))
                .map(Map.Entry::getValue)
                .filter(one -> one.codeHash().equals(codeHash))
                .findFirst();
    }

    @Override
    public synchronized void add(PortalId portal, StoredDialIn dialIn) {
        if (byCodeHash(portal, dialIn.codeHash()).isPresent()
                || all.putIfAbsent(new Key(portal, dialIn.number()), dialIn) != null) {
            throw new IllegalStateException("The number or the link is taken");
        }
    }

    @Override
    public synchronized void erase(PortalId portal) {
        all.keySet().removeIf(key -> key.portal().equals(portal));
    }
}
