package org.patchbay.identity.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;

/**
 * Deletes a department whose people go to another one, each with their role: all of them, or nothing happens. Nobody is
 * without a department at any moment. Thread-safe.
 */
@Component(service = DepartmentRemoval.class)
public final class DepartmentRemoval {

    private static final int MEMBERS_LIMIT = 2_000;
    private static final int NAMES_SHOWN = 10;

    private final Departments departments;
    private final KeptPlaces kept;
    private final PersonStore people;
    private final PersonStatuses statuses;
    private final PersonWriter writer;
    private final Precedence precedence;
    private final RoleBook roles;
    private final Access access;
    private final UnitOfWork work;

    @Activate
    public DepartmentRemoval(
            @Reference Departments departments,
            @Reference KeptPlaces kept,
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference PersonWriter writer,
            @Reference Precedence precedence,
            @Reference RoleBook roles,
            @Reference Access access,
            @Reference UnitOfWork work) {
        this.departments = departments;
        this.kept = kept;
        this.people = people;
        this.statuses = statuses;
        this.writer = writer;
        this.precedence = precedence;
        this.roles = roles;
        this.access = access;
        this.work = work;
    }

    /** Without another department, one with people in it is not deleted. */
    public void remove(PortalId portal, DepartmentId id, Optional<DepartmentId> to, Caller by) {
        work.run(() -> {
            to.ifPresent(other -> empty(portal, id, other, by));
            departments.delete(portal, id, by);
        });
    }

    private void empty(PortalId portal, DepartmentId id, DepartmentId to, Caller by) {
        if (!access.scope(by, portal, Right.MANAGE_DEPARTMENTS).everywhere() || id.isDefaultOf(portal)) {
            return; // Deleting says why not.
        }
        if (id.equals(to) || kept.gone(portal, List.of(id, to)).contains(to)) {
            throw Problem.INVALID.at("to", "department.unknown", "must be another department of this portal");
        }
        List<Move> moves = members(portal, id).stream()
                .map(person -> new Move(person, moved(person, id, to)))
                .toList();
        List<String> refused = moves.stream()
                .filter(move -> !isAllowed(move, by))
                .map(Move::name)
                .toList();
        if (!refused.isEmpty()) {
            throw Problem.FORBIDDEN.because(
                    "department.unmovable",
                    "You may not move everybody who is in it: " + shown(refused),
                    Map.of("people", shown(refused), "count", refused.size()));
        }
        for (Move move : moves) {
            Person present = move.present();
            writer.write(present, statuses.current(present.with(move.draft(), present.version() + 1)), by);
        }
    }

    private List<Person> members(PortalId portal, DepartmentId id) {
        var query = new PeopleQuery(
                Optional.empty(), Optional.empty(), Optional.of(id), Optional.empty(), PeopleQuery.Order.NAME, false);
        List<Person> members = new ArrayList<>();
        Page.walk(page -> people.list(portal, PersonSelection.of(query), page), person -> {
            if (members.size() == MEMBERS_LIMIT) {
                throw Problem.LIMITED.because(
                        "department.crowded",
                        "At most " + MEMBERS_LIMIT + " people move at once; move some in the list of people",
                        Map.of("limit", MEMBERS_LIMIT));
            }
            members.add(person);
        });
        return members;
    }

    private boolean isAllowed(Move move, Caller by) {
        try {
            precedence.requireMove(by, move.present(), move.draft());
            return true;
        } catch (PatchbayException e) {
            if (e.problem() == Problem.FORBIDDEN || e.problem() == Problem.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** The same places in the same order; of two roles in the new department the one that holds the other is enough. */
    private PersonDraft moved(Person person, DepartmentId id, DepartmentId to) {
        List<Membership> all = person.memberships().stream()
                .map(held -> held.department().equals(id) ? new Membership(to, held.role()) : held)
                .distinct()
                .toList();
        List<Membership> needed = all.stream()
                .filter(held -> all.stream().noneMatch(other -> outdoes(person.portal(), other, held, to)))
                .toList();
        return person.draft().edit().memberships(inOrder(needed, all)).done();
    }

    private boolean outdoes(PortalId portal, Membership one, Membership other, DepartmentId in) {
        return one.department().equals(in)
                && other.department().equals(in)
                && !one.equals(other)
                && roles.rightsOf(portal, one.role()).containsAll(roles.rightsOf(portal, other.role()))
                && !roles.rightsOf(portal, other.role()).containsAll(roles.rightsOf(portal, one.role()));
    }

    /** The main department stays the main one, whichever role in it is left. */
    private static List<Membership> inOrder(List<Membership> needed, List<Membership> all) {
        DepartmentId main = all.get(0).department();
        List<Membership> ordered = new ArrayList<>(
                needed.stream().filter(held -> held.department().equals(main)).toList());
        needed.stream().filter(held -> !held.department().equals(main)).forEach(ordered::add);
        return ordered;
    }

    private static String shown(List<String> names) {
        String some = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? some + ", …" : some;
    }

    /** Somebody, and what is to be of them. */
    private record Move(Person present, PersonDraft draft) {
        String name() {
            return present.name();
        }
    }
}
