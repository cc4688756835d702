package org.patchbay.identity.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;

/** Who is in a department: what everybody sees of a colleague, and no more. Thread-safe. */
@Component(service = DepartmentMembers.class)
public final class DepartmentMembers {

    private final PersonStore people;
    private final UnitOfWork work;

    @Activate
    public DepartmentMembers(@Reference PersonStore people, @Reference UnitOfWork work) {
        this.people = people;
        this.work = work;
    }

    /** The people of the department by name. */
    public Page<DepartmentMember> list(PortalId portal, DepartmentId id, PageRequest page) {
        var query = new PeopleQuery(
                Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty(), PeopleQuery.Order.NAME, false);
        Page<Person> found = work.call(() -> people.list(portal, PersonSelection.of(query), page));
        return new Page<>(
                found.items().stream().map(person -> member(person, id)).toList(), found.next(), found.total());
    }

    /** How many people each department has; those without any are left out. */
    public Map<DepartmentId, Integer> counts(PortalId portal) {
        return work.call(() -> people.memberCounts(portal));
    }

    private static DepartmentMember member(Person person, DepartmentId id) {
        List<String> roles = person.memberships().stream()
                .filter(held -> held.department().equals(id))
                .map(Membership::role)
                .toList();
        boolean main = person.memberships().get(0).department().equals(id);
        return new DepartmentMember(person.id(), person.name(), person.picture(), roles, main, person.enabled());
    }

    /**
     * Somebody of a department.
     *
     * @param picture the hash of its content
     * @param roles held in this department
     * @param main whether the office hours of this department apply to the person
     */
    public record DepartmentMember(
            PersonId id, String name, Optional<String> picture, List<String> roles, boolean main, boolean enabled) {}
}
