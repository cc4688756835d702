package org.patchbay.identity.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.PendingReason;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.StatusFilter;

/** Tells who is pending, active, disabled or expired as of now, in the person's own time zone. Thread-safe. */
@Component(service = PersonStatuses.class)
public final class PersonStatuses {

    private final Portals portals;
    private final DepartmentStore departments;
    private final Clock clock;

    @Activate
    public PersonStatuses(@Reference Portals portals, @Reference DepartmentStore departments) {
        this(portals, departments, Clock.systemUTC());
    }

    public PersonStatuses(Portals portals, DepartmentStore departments, Clock clock) {
        this.portals = portals;
        this.departments = departments;
        this.clock = clock;
    }

    /** The person with the present status; {@link StatusFilter} finds people by the same rule. */
    public Person current(Person person) {
        if (!person.enabled()) {
            return person.with(PersonStatus.DISABLED);
        }
        if (person.activeFrom().isPresent() || person.activeUntil().isPresent()) {
            LocalDate today = clock.instant().atZone(zone(person)).toLocalDate();
            if (person.activeUntil().filter(today::isAfter).isPresent()) {
                return person.with(PersonStatus.EXPIRED);
            }
            if (person.activeFrom().filter(today::isBefore).isPresent()) {
                return person.pending(PendingReason.BEFORE_FIRST_DAY);
            }
        }
        return person.canSignIn() ? person.with(PersonStatus.ACTIVE) : person.pending(PendingReason.NO_PASSWORD);
    }

    public boolean isActive(Person person) {
        return current(person).status() == PersonStatus.ACTIVE;
    }

    /** Whether the person may come in today, be it by setting a first password. */
    public boolean mayEnter(Person person) {
        return current(person).mayEnter();
    }

    /** The person's zone, else the main department's, else the portal's. Called inside a unit of work. */
    public ZoneId zone(Person person) {
        Optional<String> zone = person.zone()
                .or(() -> mainDepartment(person).flatMap(Department::zone))
                .or(() -> portals.find(person.portal()).map(Portal::zone));
        return zone.map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    private Optional<Department> mainDepartment(Person person) {
        return person.memberships().stream()
                .findFirst()
                .flatMap(membership -> departments.find(person.portal(), membership.department()));
    }
}
