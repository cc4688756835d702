package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.identity.Right;

/** Says who may do what, and by which rule. Thread-safe. */
@Component(service = Explanations.class)
public final class Explanations {

    private final People people;
    private final Departments departments;
    private final RoleBook roles;
    private final Precedence precedence;

    @Activate
    public Explanations(
            @Reference People people,
            @Reference Departments departments,
            @Reference RoleBook roles,
            @Reference Precedence precedence) {
        this.people = people;
        this.departments = departments;
        this.roles = roles;
        this.precedence = precedence;
    }

    /** Why the person may or may not; the caller must be allowed to manage the person. */
    public Explanation explain(PortalId portal, PersonId id, Right right, Caller by) {
        Person person = people.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
        precedence.requireVisible(by, person);
        List<Reason> reasons = new ArrayList<>();
        if (person.status() != PersonStatus.ACTIVE) {
            reasons.add(
                    new Reason("access.status", Map.of("status", person.status().name())));
            return new Explanation(false, reasons);
        }
        if (roles.isOfEverybody(right)) {
            reasons.add(new Reason("access.everybody", Map.of()));
        }
        for (String role : new TreeSet<>(person.roles())) {
            if (roles.rightsOf(portal, role).contains(right)) {
                reasons.add(new Reason("access.everywhere", Map.of("role", role)));
            }
        }
        for (Membership membership : person.memberships()) {
            if (roles.rightsOf(portal, membership.role()).contains(right)) {
                reasons.add(new Reason("access.department", of(portal, membership)));
            }
        }
        if (!reasons.isEmpty()) {
            return new Explanation(true, reasons);
        }
        reasons.add(new Reason("access.held", Map.of("roles", held(person))));
        reasons.add(new Reason("access.needed", Map.of("roles", needed(portal, right))));
        return new Explanation(false, reasons);
    }

    private Map<String, String> of(PortalId portal, Membership membership) {
        Map<String, String> params = new TreeMap<>();
        params.put("role", membership.role());
        params.put("department", name(portal, membership.department()));
        return params;
    }

    private String name(PortalId portal, DepartmentId id) {
        return departments.find(portal, id).map(department -> department.name()).orElse(id.value());
    }

    private static String held(Person person) {
        Set<String> names = new TreeSet<>(person.roles());
        person.memberships().forEach(membership -> names.add(membership.role()));
        return String.join(", ", names);
    }

    private String needed(PortalId portal, Right right) {
        return roles.in(portal).stream()
                .filter(role -> role.rights().contains(right))
                .map(RoleBook.Role::name)
                .collect(Collectors.joining(", "));
    }

    /** The answer and what it rests on. */
    public record Explanation(boolean allowed, List<Reason> reasons) {
        public Explanation {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A rule and its source.
     *
     * @param code {@code access.status}, {@code access.everybody}, {@code access.everywhere}, {@code access.department},
     *     {@code access.held} or {@code access.needed}
     * @param params {@code role}, {@code department}, {@code status} or {@code roles}
     */
    public record Reason(String code, Map<String, String> params) {}
}
