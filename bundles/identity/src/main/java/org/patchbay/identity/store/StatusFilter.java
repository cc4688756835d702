package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonStatus;

/**
 * People of one status. At any moment there are at most three days on earth, so that the zones in use fall into few
 * groups.
 *
 * @param today where nothing else is said
 * @param elsewhere the other days, and where it is that day
 */
public record StatusFilter(PersonStatus status, LocalDate today, Map<LocalDate, Places> elsewhere) {

    public StatusFilter {
        elsewhere = Map.copyOf(elsewhere);
    }

    /** Whether the person has the status. */
    public boolean matches(Person person) {
        LocalDate day = day(person);
        if (!person.enabled()) {
            return status == PersonStatus.DISABLED;
        }
        if (person.activeUntil().filter(day::isAfter).isPresent()) {
            return status == PersonStatus.EXPIRED;
        }
        boolean pending = person.activeFrom().filter(day::isBefore).isPresent() || !person.canSignIn();
        return status == (pending ? PersonStatus.PENDING : PersonStatus.ACTIVE);
    }

    private LocalDate day(Person person) {
        return elsewhere.entrySet().stream()
                .filter(entry -> entry.getValue().includes(person))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(today);
    }

    /**
     * Where it is another day.
     *
     * @param zones of people who have their own
     * @param departments whose members have the department's, without one of their own
     */
    public record Places(Set<String> zones, Set<DepartmentId> departments) {

        public Places {
            zones = Set.copyOf(zones);
            departments = Set.copyOf(departments);
        }

        boolean includes(Person person) {
            return person.zone().isPresent()
                    ? zones.contains(person.zone().get())
                    : !person.memberships().isEmpty()
                            && departments.contains(person.memberships().get(0).department());
        }
    }
}
