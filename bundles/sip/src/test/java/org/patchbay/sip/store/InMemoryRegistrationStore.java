package org.patchbay.sip.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.patchbay.api.PortalId;

/** Registrations in memory. */
public final class InMemoryRegistrationStore implements RegistrationStore {

    private final ConcurrentSkipListMap<String, KeptRegistration> kept = new ConcurrentSkipListMap<>();

    @Override
    public List<KeptRegistration> all(Instant now, String after, int limit) {
        return kept.tailMap(after, false).values().stream()
                .filter(found -> found.expires().isAfter(now))
                .limit(limit)
                .toList();
    }

    @Override
    public List<KeptRegistration> list(PortalId portal, String after, int limit) {
        return kept.tailMap(after, false).values().stream()
                .filter(found -> found.portal().equals(portal))
                .limit(limit)
                .toList();
    }

    @Override
    public void write(Collection<KeptRegistration> present, Collection<String> gone) {
        gone.forEach(kept::remove);
        present.forEach(found -> kept.put(found.id(), found));
    }

    @Override
    public void sweep(Instant now) {
        kept.values().removeIf(found -> !found.expires().isAfter(now));
    }

    @Override
    public void erase(PortalId portal) {
        kept.values().removeIf(found -> found.portal().equals(portal));
    }
}
