package org.patchbay.identity.quota;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StorageStore;

/** The component behind {@link Quotas}. */
@Component(configurationPid = "org.patchbay.identity")
public final class QuotaService implements Quotas {

    private static final long MEGABYTE = 1_000_000;

    private final PersonStore people;
    private final StorageStore store;
    private final Portals portals;
    private final UnitOfWork work;
    private final int usualMegabytes;

    @Activate
    public QuotaService(
            @Reference PersonStore people,
            @Reference StorageStore store,
            @Reference Portals portals,
            @Reference UnitOfWork work,
            IdentityConfig config) {
        this.people = people;
        this.store = store;
        this.portals = portals;
        this.work = work;
        this.usualMegabytes = config.storageMegabytes();
    }

    @Override
    public void reserve(PortalId portal, PersonId person, String kind, long bytes) {
        work.run(() -> {
            // The person's row is the lock: of two who reserve the last room one is refused.
            Person known = people.lock(portal, person)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
            Map<String, Long> taken = store.taken(portal, person);
            long limit = limit(known);
            if (sum(taken) + bytes > limit) {
                throw Problem.TOO_LARGE.because(
                        "quota.exceeded",
                        "Storage is full: this would go beyond " + limit / MEGABYTE + " MB",
                        Map.of("megabytes", limit / MEGABYTE));
            }
            store.set(portal, person, kind, taken.getOrDefault(kind, 0L) + bytes);
        });
    }

    @Override
    public void release(PortalId portal, PersonId person, String kind, long bytes) {
        work.run(() -> {
            people.lock(portal, person);
            long taken = store.taken(portal, person).getOrDefault(kind, 0L);
            store.set(portal, person, kind, Math.max(0, taken - bytes));
        });
    }

    @Override
    public StorageUse use(PortalId portal, PersonId person) {
        return work.call(() -> {
            Person known = people.find(portal, person)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
            Map<String, Long> taken = store.taken(portal, person);
            return new StorageUse(limit(known), sum(taken), taken);
        });
    }

    private long limit(Person person) {
        int byPortal =
                portals.find(person.portal()).flatMap(Portal::storageMegabytes).orElse(usualMegabytes);
        return person.quotaMegabytes().orElse(byPortal) * MEGABYTE;
    }

    private static long sum(Map<String, Long> taken) {
        return taken.values().stream().mapToLong(Long::longValue).sum();
    }
}
