package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;

/** Does the same to many people: to all of them, or to none, and then says of each why not. */
@Component(service = BulkService.class)
public final class BulkService {

    private static final int LIMIT = 500;

    private final People people;
    private final Precedence precedence;
    private final RoleBook roles;
    private final KeptPlaces places;
    private final UnitOfWork work;

    @Activate
    public BulkService(
            @Reference People people,
            @Reference Precedence precedence,
            @Reference RoleBook roles,
            @Reference KeptPlaces places,
            @Reference UnitOfWork work) {
        this.people = people;
        this.precedence = precedence;
        this.roles = roles;
        this.places = places;
        this.work = work;
    }

    /** Answers how many people there were to do it to. */
    public int run(PortalId portal, Order order, Caller by) {
        List<PersonId> ids = List.copyOf(new LinkedHashSet<>(order.people()));
        if (ids.isEmpty() || ids.size() > LIMIT) {
            throw Problem.INVALID.at("/people", "bulk.size", "must name 1 to " + LIMIT + " people");
        }
        return work.call(() -> {
            check(portal, order);
            // Everybody is looked at before anybody is changed, so that the answer names all refusals at once.
            List<Person> found = lookedAt(portal, ids, order, by);
            found.forEach(person -> carryOut(portal, person, order, by));
            return found.size();
        });
    }

    private void check(PortalId portal, Order order) {
        if (order.action() == Action.ADD_TO_DEPARTMENT && order.department().isEmpty()) {
            throw Problem.INVALID.at("/department", "field.missing", "is missing");
        }
        if (order.action() == Action.SET_ROLE && order.role().isEmpty()) {
            throw Problem.INVALID.at("/role", "field.missing", "is missing");
        }
        order.department()
                .filter(named -> places.gone(portal, List.of(named)).contains(named))
                .ifPresent(named -> {
                    throw Problem.INVALID.at("/department", "department.unknown", "is no department of this portal");
                });
        order.role()
                .filter(named -> roles.find(portal, named)
                        .filter(role -> !role.everywhere())
                        .isEmpty())
                .ifPresent(named -> {
                    throw Problem.INVALID.at("/role", "roles.unknown", "is no role that is held in departments");
                });
    }

    private List<Person> lookedAt(PortalId portal, List<PersonId> ids, Order order, Caller by) {
        List<Person> found = new ArrayList<>();
        List<FieldError> refusals = new ArrayList<>();
        Problem problem = Problem.FORBIDDEN;
        for (PersonId id : ids) {
            Optional<Person> person = people.find(portal, id).filter(one -> precedence.isVisible(by, one));
            if (person.isEmpty()) {
                refusals.add(refusal(order, id, "person.unknown", "There is no such person"));
                problem = Problem.CONFLICT;
                continue;
            }
            try {
                mayBeDone(person.get(), order, by);
                found.add(person.get());
            } catch (PatchbayException e) {
                String detail = e.errors().isEmpty()
                        ? String.valueOf(e.getMessage())
                        : e.errors().get(0).detail();
                String code =
                        e.errors().isEmpty() ? e.code() : e.errors().get(0).code();
                refusals.add(refusal(order, id, code, person.get().name() + ": " + detail));
                problem = e.problem();
            }
        }
        if (!refusals.isEmpty()) {
            throw problem.because(refusals);
        }
        return found;
    }

    private void mayBeDone(Person person, Order order, Caller by) {
        switch (order.action()) {
            case DELETE -> precedence.requireDeletion(by, person);
            case SET_ROLE -> {
                if (order.department()
                        .filter(where -> person.memberships().stream()
                                .noneMatch(held -> held.department().equals(where)))
                        .isPresent()) {
                    throw Problem.CONFLICT.because("person.not-member", "is not in this department");
                }
                precedence.requireChange(by, person, changed(person, order));
            }
            case INVITE -> {
                precedence.requireCredentials(by, person);
                if (!person.enabled()) {
                    throw Problem.CONFLICT.because("person.disabled", "A disabled person cannot be invited");
                }
                if (person.email().isEmpty()) {
                    throw Problem.CONFLICT.because("person.no-email", "There is no address to send the link to");
                }
            }
            default -> precedence.requireChange(by, person, changed(person, order));
        }
    }

    private void carryOut(PortalId portal, Person person, Order order, Caller by) {
        switch (order.action()) {
            case DELETE -> people.delete(portal, person.id(), by);
            case INVITE -> people.invite(portal, person.id(), by);
            default -> {
                PersonDraft draft = changed(person, order);
                if (!draft.equals(person.draft())) {
                    people.update(portal, person.id(), person.version(), draft, by);
                }
            }
        }
    }

    private static PersonDraft changed(Person person, Order order) {
        return switch (order.action()) {
            case ENABLE -> person.draft().edit().enabled(true).done();
            case DISABLE -> person.draft().edit().enabled(false).done();
            case SET_ROLE ->
                person.draft()
                        .edit()
                        .memberships(having(
                                person.memberships(),
                                order.department()
                                        .orElse(person.memberships().get(0).department()),
                                order.role().orElseThrow()))
                        .done();
            default ->
                person.draft()
                        .edit()
                        .memberships(with(
                                person.memberships(),
                                order.department().orElseThrow(),
                                order.role().orElse(RoleBook.USER)))
                        .done();
        };
    }

    private static List<Membership> with(List<Membership> present, DepartmentId department, String role) {
        if (present.stream().anyMatch(held -> held.department().equals(department))) {
            return present;
        }
        List<Membership> more = new ArrayList<>(present);
        more.add(new Membership(department, role));
        return more;
    }

    /** The same departments in the same order; in this one with the role alone. */
    private static List<Membership> having(List<Membership> present, DepartmentId department, String role) {
        return present.stream()
                .map(held -> held.department().equals(department) ? new Membership(department, role) : held)
                .distinct()
                .toList();
    }

    private static FieldError refusal(Order order, PersonId id, String code, String detail) {
        return new FieldError("/people/" + order.people().indexOf(id), code, detail);
    }

    /** What is to be done. */
    public enum Action {
        ENABLE,
        DISABLE,
        INVITE,
        ADD_TO_DEPARTMENT,
        SET_ROLE,
        DELETE
    }

    /**
     * What is to be done to whom.
     *
     * @param department into which people are added, or in which they get the role; for that their main one unless said
     * @param role that they get there; when they are added {@code user} unless said
     */
    public record Order(
            Action action, List<PersonId> people, Optional<DepartmentId> department, Optional<String> role) {

        public Order {
            people = List.copyOf(people);
        }
    }
}
