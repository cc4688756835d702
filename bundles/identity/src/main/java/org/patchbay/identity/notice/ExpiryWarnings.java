package org.patchbay.identity.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.WarningStore;

/**
 * Tells people that their account ends soon, and those who look after a portal that it does: some days ahead and once for each
 * last day, on one node at a time. Thread-safe.
 */
@Component(service = ExpiryWarnings.class, immediate = true, configurationPid = "org.patchbay.identity")
public final class ExpiryWarnings {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_A_TIME = 100;

    private final PersonStore people;
    private final PersonStatuses statuses;
    private final Portals portals;
    private final WarningStore told;
    private final Notices notices;
    private final UnitOfWork work;
    private final int daysAhead;
    private final Clock clock;
    private final Optional<Task> task;

    @Activate
    public ExpiryWarnings(
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference Portals portals,
            @Reference WarningStore told,
            @Reference Notices notices,
            @Reference UnitOfWork work,
            @Reference Cluster cluster,
            IdentityConfig config) {
        this(people, statuses, portals, told, notices, work, Optional.of(cluster), config, Clock.systemUTC());
    }

    /** Without a cluster it runs when it is told to. */
    ExpiryWarnings(
            PersonStore people,
            PersonStatuses statuses,
            Portals portals,
            WarningStore told,
            Notices notices,
            UnitOfWork work,
            Optional<Cluster> cluster,
            IdentityConfig config,
            Clock clock) {
        this.people = people;
        this.statuses = statuses;
        this.portals = portals;
        this.told = told;
        this.notices = notices;
        this.work = work;
        this.daysAhead = config.expiryWarningDays();
        this.clock = clock;
        this.task = cluster.map(nodes -> nodes.task("identity-expiry", PAUSE, this::run));
    }

    @Deactivate
    public void close() {
        task.ifPresent(Task::close);
    }

    /** Tells everybody who is to be told today. */
    synchronized void run() {
        if (daysAhead > 0) {
            tellPeople();
            tellOfPortals();
        }
    }

    private void tellPeople() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<PersonId> last = Optional.empty();
        List<Person> some = ending(today, last);
        while (!some.isEmpty()) {
            for (Person person : some) {
                work.run(() -> tell(person));
            }
            last = Optional.of(some.get(some.size() - 1).id());
            some = ending(today, last);
        }
    }

    /** Somewhere it is a day earlier or later; who it is for yet is decided by the person's own status. */
    private List<Person> ending(LocalDate today, Optional<PersonId> after) {
        return work.call(() -> people.ending(today.minusDays(1), today.plusDays(daysAhead), after, AT_A_TIME));
    }

    private void tell(Person person) {
        if (statuses.mayEnter(person)
                && told.note(
                        person.portal(),
                        Optional.of(person.id()),
                        person.activeUntil().orElseThrow())) {
            notices.expires(person, person.activeUntil().orElseThrow());
        }
    }

    private void tellOfPortals() {
        List<Portal> soon = new ArrayList<>();
        Page.walk(page -> portals.list(Optional.empty(), page), portal -> {
            if (endsSoon(portal)) {
                soon.add(portal);
            }
        });
        soon.forEach(portal -> work.run(() -> tell(portal)));
    }

    private boolean endsSoon(Portal portal) {
        LocalDate today = clock.instant().atZone(ZoneId.of(portal.zone())).toLocalDate();
        return portal.expires()
                .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(daysAhead)))
                .isPresent();
    }

    private void tell(Portal portal) {
        LocalDate day = portal.expires().orElseThrow();
        if (told.note(portal.id(), Optional.empty(), day)) {
            keepers(portal.id()).forEach(person -> notices.expires(person, portal, day));
        }
    }

    /** Who looks after the portal, and who can extend it. */
    private List<Person> keepers(PortalId portal) {
        Map<PersonId, Person> found = new LinkedHashMap<>();
        List<Person> all = new ArrayList<>(people.holders(portal, RoleBook.SYSTEM_OWNER));
        all.addAll(people.holders(portal, RoleBook.SYSTEM_ADMINISTRATOR));
        all.addAll(people.holders(PortalId.ROOT, RoleBook.ROOT));
        all.stream().filter(statuses::mayEnter).forEach(person -> found.put(person.id(), person));
        return List.copyOf(found.values());
    }
}
