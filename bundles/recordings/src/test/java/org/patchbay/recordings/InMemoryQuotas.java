package org.patchbay.recordings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Quotas;

/** Everybody may store as much as the test says. Thread-safe. */
final class InMemoryQuotas implements Quotas {

    private final Map<PersonId, Long> taken = new ConcurrentHashMap<>();
    private final AtomicLong limit = new AtomicLong(100_000_000);

    void limit(long bytes) {
        limit.set(bytes);
    }

    long taken(PersonId person) {
        return taken.getOrDefault(person, 0L);
    }

    @Override
    public void reserve(PortalId portal, PersonId person, String kind, long bytes) {
        taken.compute(person, (id, before) -> {
            long after = (before == null ? 0 : before) + bytes;
            if (after > limit.get()) {
                throw Problem.TOO_LARGE.because("quota.exceeded", "Storage is full");
            }
            return after;
        });
    }

    @Override
    public void release(PortalId portal, PersonId person, String kind, long bytes) {
        taken.merge(person, -bytes, Long::sum);
    }

    @Override
    public StorageUse use(PortalId portal, PersonId person) {
        return new StorageUse(limit.get(), taken(person), Map.of("recordings", taken(person)));
    }
}
