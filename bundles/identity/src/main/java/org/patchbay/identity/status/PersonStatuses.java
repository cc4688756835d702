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
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.store.DepartmentStore;

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

    /** The person with the present status. */
    public Person current(Person person) {
        return person.with(of(person));
    }

    public boolean isActive(Person person) {
        return of(person) == PersonStatus.ACTIVE;
    }

    public PersonStatus of(Person person) {
        if (!person.enabled()) {
            return PersonStatus.DISABLED;
        }
        if (person.activeFrom().isEmpty() && person.activeUntil().isEmpty()) {
            return PersonStatus.ACTIVE;
        }
        LocalDate today = clock.instant().atZone(zone(person)).toLocalDate();
        if (person.activeUntil().filter(today::isAfter).isPresent()) {
            return PersonStatus.EXPIRED;
        }
        return person.activeFrom().filter(today::isBefore).isPresent() ? PersonStatus.PENDING : PersonStatus.ACTIVE;
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
