package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;

/** Says who may do what, and by which rule. Thread-safe. */
@Component(service = Explanations.class)
public final class Explanations {

    private final Management management;
    private final Departments departments;
    private final RoleBook roles;
    private final Precedence precedence;

    @Activate
    public Explanations(
            @Reference Management management,
            @Reference Departments departments,
            @Reference RoleBook roles,
            @Reference Precedence precedence) {
        this.management = management;
        this.departments = departments;
        this.roles = roles;
        this.precedence = precedence;
    }

    /** Why the person may or may not; the caller must be allowed to see everybody whom the question is about. */
    public Explanation explain(PortalId portal, Question question, Caller by) {
        Person person = management.see(portal, question.person(), by);
        Optional<Person> other = question.other().map(id -> management.see(portal, id, by));
        question.department()
                .filter(id -> departments.find(portal, id).isEmpty())
                .ifPresent(id -> {
                    throw Problem.INVALID.at("department", "department.unknown", "is no department of this portal");
                });
        // What somebody may do who has only to set a first password, is asked before they come.
        return person.mayEnter()
                ? answer(person, question, other)
                : denied(new Reason(
                        "access.status", Map.of("status", person.status().name())));
    }

    private Explanation answer(Person person, Question question, Optional<Person> other) {
        Right right = question.right();
        Optional<Reason> forbidden = other.flatMap(one -> forbidden(person, right, one));
        if (forbidden.isPresent()) {
            return denied(forbidden.get());
        }
        if (roles.isDenied(person.roles(), right)) {
            return denied(new Reason("access.administrator", Map.of()));
        }
        List<Reason> held = held(person, right);
        List<Reason> fitting = held.stream()
                .filter(reason -> fits(reason, question.department(), other))
                .toList();
        if (!fitting.isEmpty()) {
            return new Explanation(true, fitting);
        }
        if (!held.isEmpty()) {
            return denied(new Reason("access.elsewhere", Map.of("departments", places(held))));
        }
        return denied(
                roles("access.held", person.portal(), names(person)),
                roles("access.needed", person.portal(), needed(person.portal(), right)));
    }

    /** What no role allows towards this other person. */
    private Optional<Reason> forbidden(Person person, Right right, Person other) {
        if (right == Right.ELEVATE_ROLES && person.id().equals(other.id())) {
            return Optional.of(new Reason("access.self", Map.of()));
        }
        if ((right == Right.ELEVATE_ROLES || right == Right.MANAGE_PEOPLE)
                && !person.id().equals(other.id())) {
            try {
                precedence.requireManage(Caller.Member.of(person, "", ""), other);
            } catch (PatchbayException e) {
                if (e.code().equals("person.beyond")) {
                    return Optional.of(new Reason(
                            "access.beyond",
                            Map.of("right", String.valueOf(e.params().get("right")))));
                }
            }
        }
        return Optional.empty();
    }

    private List<Reason> held(Person person, Right right) {
        if (roles.isOfEverybody(right)) {
            return List.of(new Reason("access.everybody", Map.of()));
        }
        List<Reason> reasons = new ArrayList<>();
        for (String role : new TreeSet<>(person.roles())) {
            if (roles.rightsOf(person.portal(), role).contains(right)) {
                reasons.add(
                        new Reason("access.everywhere", Map.of("role", role, "title", title(person.portal(), role))));
            }
        }
        for (Membership membership : person.memberships()) {
            if (roles.rightsOf(person.portal(), membership.role()).contains(right)) {
                reasons.add(new Reason("access.department", of(person.portal(), membership)));
            }
        }
        return reasons;
    }

    private static boolean fits(Reason reason, Optional<DepartmentId> department, Optional<Person> other) {
        String place = reason.params().get("id");
        return place == null
                || (department.filter(id -> !id.value().equals(place)).isEmpty()
                        && other.filter(one -> one.memberships().stream()
                                        .noneMatch(held ->
                                                held.department().value().equals(place)))
                                .isEmpty());
    }

    private static String places(List<Reason> held) {
        return held.stream()
                .map(reason -> reason.params().get("department"))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Explanation denied(Reason... reasons) {
        return new Explanation(false, List.of(reasons));
    }

    private Map<String, String> of(PortalId portal, Membership membership) {
        Map<String, String> params = new TreeMap<>();
        params.put("role", membership.role());
        params.put("title", title(portal, membership.role()));
        params.put("id", membership.department().value());
        params.put("department", name(portal, membership.department()));
        return params;
    }

    private String name(PortalId portal, DepartmentId id) {
        return departments.find(portal, id).map(department -> department.name()).orElse(id.value());
    }

    /** What the portal calls a role that it made, the name of any other. */
    private String title(PortalId portal, String role) {
        return roles.in(portal).stream()
                .filter(known -> known.name().equals(role))
                .findFirst()
                .flatMap(RoleBook.Role::title)
                .orElse(role);
    }

    private Reason roles(String code, PortalId portal, Collection<String> names) {
        String titles = names.stream().map(name -> title(portal, name)).collect(Collectors.joining(", "));
        return new Reason(code, Map.of("roles", String.join(", ", names), "titles", titles));
    }

    private static Set<String> names(Person person) {
        Set<String> names = new TreeSet<>(person.roles());
        person.memberships().forEach(membership -> names.add(membership.role()));
        return names;
    }

    private List<String> needed(PortalId portal, Right right) {
        return roles.in(portal).stream()
                .filter(role -> role.rights().contains(right))
                .map(RoleBook.Role::name)
                .toList();
    }

    /**
     * What is asked: may the person do it, in that department or anywhere, towards that other person or anybody?
     */
    public record Question(PersonId person, Right right, Optional<DepartmentId> department, Optional<PersonId> other) {}

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
     *     {@code access.elsewhere}, {@code access.self}, {@code access.beyond}, {@code access.administrator},
     *     {@code access.held} or {@code access.needed}
     * @param params {@code role} and its {@code title}, {@code department} and its {@code id}, {@code status}, {@code roles}
     *     and their {@code titles}, {@code departments} or {@code right}
     */
    public record Reason(String code, Map<String, String> params) {}
}
