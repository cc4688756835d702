package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.RoleStore;
import org.patchbay.identity.store.StoredRole;

/**
 * Keeps departments and the portal's own roles while people get into them: they are locked before, and so they are before one
 * is deleted. Called inside the unit of work of the change. Thread-safe.
 */
@Component(service = KeptPlaces.class)
public final class KeptPlaces {

    private final DepartmentStore departments;
    private final RoleStore roles;

    @Activate
    public KeptPlaces(@Reference DepartmentStore departments, @Reference RoleStore roles) {
        this.departments = departments;
        this.roles = roles;
    }

    /** Which of them are gone; the others stay until the unit of work ends, as Default does in any case. */
    Set<DepartmentId> gone(PortalId portal, Collection<DepartmentId> wanted) {
        Set<DepartmentId> others =
                wanted.stream().filter(id -> !id.isDefaultOf(portal)).collect(Collectors.toSet());
        Set<DepartmentId> gone = new HashSet<>(others);
        departments.lock(portal, others).stream().map(Department::id).forEach(gone::remove);
        return gone;
    }

    /** Which of these roles are gone; the others stay until the unit of work ends, as those of every portal do in any case. */
    Set<String> goneRoles(PortalId portal, Collection<String> wanted) {
        Set<String> own = wanted.stream().filter(RoleBook::isOwn).collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(own);
        roles.lock(portal, own).stream().map(StoredRole::id).forEach(gone::remove);
        return gone;
    }

    /** INVALID if somebody gets into what is gone by now; a place that somebody has already stays by that. */
    void require(PortalId portal, Optional<Person> before, PersonDraft after) {
        List<Membership> held = before.map(Person::memberships).orElse(List.of());
        Set<DepartmentId> places = departments(after.memberships());
        places.removeAll(departments(held));
        Set<String> given = roles(after.roles(), after.memberships());
        given.removeAll(roles(before.map(Person::roles).orElse(Set.of()), held));
        // Departments first, everywhere.
        Set<DepartmentId> gone = gone(portal, places);
        Set<String> goneRoles = goneRoles(portal, given);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < after.memberships().size(); i++) {
            Membership membership = after.memberships().get(i);
            if (gone.contains(membership.department())) {
                errors.add(PersonRules.unknownDepartment(i));
            }
            if (goneRoles.contains(membership.role())) {
                errors.add(unknownRole("/memberships/" + i + "/role"));
            }
        }
        if (after.roles().stream().anyMatch(goneRoles::contains)) {
            errors.add(unknownRole("/roles"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }

    private static FieldError unknownRole(String pointer) {
        return new FieldError(pointer, "roles.unknown", "must be a role of this portal");
    }

    private static Set<DepartmentId> departments(List<Membership> memberships) {
        return memberships.stream().map(Membership::department).collect(Collectors.toCollection(HashSet::new));
    }

    /** Those held everywhere and those held in departments. */
    static Set<String> roles(Collection<String> everywhere, Collection<Membership> memberships) {
        return Stream.concat(everywhere.stream(), memberships.stream().map(Membership::role))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
