package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

/** Whatever people of a portal do to each other, what must never be never is. */
class PrecedencePropertyTest {

    private static final List<String> IN_DEPARTMENTS =
            List.of("user", "receptionist", "group-administrator", "manager", "owner");
    /** What everybody may. */
    private static final Set<Right> USERS = Set.of(
            Right.ANYONE,
            Right.OWN_ACCOUNT,
            Right.OWN_SIGN_IN,
            Right.TAKE_PART,
            Right.HOST_MEETINGS,
            Right.SEE_MEETINGS,
            Right.SHOW_PRESENCE,
            Right.SEE_PEOPLE);

    private static final List<Set<String>> EVERYWHERE =
            List.of(Set.of(), Set.of("system-administrator"), Set.of("system-owner"));

    private static final int KINDS = 12;
    private static final int CREDENTIALS = 7;

    /** Somebody does something to somebody: by, on and kind choose modulo what is there. */
    record Step(int by, int on, int kind, int role, int system, int department) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 59);
        return Combinators.combine(any, any, any, any, any, any)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 60)
    void legalOperationsNeverReachAnIllegalState(@ForAll("steps") List<Step> steps) {
        try (World world = new World()) {
            var departments = departments(world);
            seed(world, departments);
            for (Step step : steps) {
                List<Person> before = all(world);
                Person by = before.get(step.by() % before.size());
                try {
                    if (step.kind() % KINDS < CREDENTIALS) {
                        takeOver(world, before.get(step.on() % before.size()), by, step);
                    } else {
                        act(world, departments, before, by, step);
                    }
                } catch (PatchbayException refused) {
                    assertThat(all(world)).as("refused, so nothing changed").isEqualTo(before);
                }
                check(world, before, by);
            }
        }
    }

    private static List<DepartmentId> departments(World world) {
        List<DepartmentId> departments = new ArrayList<>(List.of(DepartmentId.defaultOf(world.acme)));
        for (String name : List.of("Sales", "Help")) {
            departments.add(world.departments
                    .create(world.acme, DepartmentDraft.named(name), Callers.root())
                    .id());
        }
        return departments;
    }

    /** One of each role in each department, an administrator and an owner of the system. */
    private static void seed(World world, List<DepartmentId> departments) {
        for (DepartmentId department : departments) {
            for (String role : IN_DEPARTMENTS) {
                create(world, Set.of(), new Membership(department, role), Callers.root());
            }
        }
        for (Set<String> roles : EVERYWHERE) {
            create(world, roles, new Membership(departments.get(0), "user"), Callers.root());
            create(world, roles, new Membership(departments.get(1), "owner"), Callers.root());
        }
    }

    private static void create(World world, Set<String> roles, Membership membership, Caller by) {
        String login = "p" + org.patchbay.api.Ids.next();
        PersonDraft draft = PersonDraft.of(login, login)
                .edit()
                .roles(roles)
                .memberships(List.of(membership))
                .done();
        world.people.create(world.acme, draft, by);
    }

    private static List<Person> all(World world) {
        return world.people
                .list(world.acme, Optional.empty(), PageRequest.first(200))
                .items();
    }

    private static void act(World world, List<DepartmentId> departments, List<Person> people, Person by, Step step) {
        Caller caller = Caller.Member.of(by, "session", ADDRESS);
        Person on = people.get(step.on() % people.size());
        var membership = new Membership(
                departments.get(step.department() % departments.size()),
                IN_DEPARTMENTS.get(step.role() % IN_DEPARTMENTS.size()));
        Set<String> roles = EVERYWHERE.get(step.system() % EVERYWHERE.size());
        var edit = on.draft().edit();
        switch (step.kind() % KINDS - CREDENTIALS) {
            case 0 -> create(world, roles, membership, caller);
            case 1 -> world.people.delete(world.acme, on.id(), caller);
            case 2 ->
                world.people.update(
                        world.acme,
                        on.id(),
                        on.version(),
                        edit.memberships(List.of(membership)).done(),
                        caller);
            case 3 ->
                world.people.update(
                        world.acme, on.id(), on.version(), edit.roles(roles).done(), caller);
            default ->
                world.people.update(
                        world.acme,
                        on.id(),
                        on.version(),
                        edit.enabled(!on.enabled()).done(),
                        caller);
        }
    }

    /** Somebody changes how somebody signs in; then they may do whatever the other may, in every department. */
    private static void takeOver(World world, Person on, Person by, Step step) {
        Caller caller = Caller.Member.of(by, "session", ADDRESS);
        var edit = on.draft().edit();
        var security = world.personSecurity;
        switch (step.kind() % KINDS) {
            case 0 -> security.setPassword(world.acme, on.id(), "correct horse " + step.role(), false, caller);
            case 1 -> security.resetSecondFactor(world.acme, on.id(), caller);
            case 2 -> world.people.invite(world.acme, on.id(), caller);
            case 3 -> world.people.link(world.acme, on.id(), caller);
            case 4 -> {
                Optional<String> address = Optional.of("p" + org.patchbay.api.Ids.next() + "@example.org");
                world.people.update(
                        world.acme, on.id(), on.version(), edit.email(address).done(), caller);
            }
            case 5 -> {
                String login = "p" + org.patchbay.api.Ids.next();
                world.people.update(
                        world.acme, on.id(), on.version(), edit.login(login).done(), caller);
            }
            default -> {
                List<String> lifted = on.networks().isEmpty() ? List.of("192.0.2.0/24") : List.of();
                world.people.update(
                        world.acme, on.id(), on.version(), edit.networks(lifted).done(), caller);
            }
        }
        Caller other = Caller.Member.of(on, "session", ADDRESS);
        for (Right right : Right.values()) {
            if (USERS.contains(right)) {
                continue;
            }
            assertThat(world.access
                            .scope(caller, world.acme, right)
                            .includes(world.access.scope(other, world.acme, right)))
                    .as("%s changed how %s signs in, who has %s", by, on, right)
                    .isTrue();
        }
    }

    private static void check(World world, List<Person> before, Person by) {
        List<Person> after = all(world);
        Map<PersonId, Person> old = before.stream().collect(Collectors.toMap(Person::id, person -> person));
        assertThat(after)
                .as("somebody owns the portal")
                .anyMatch(person -> person.enabled() && person.roles().contains("system-owner"));
        assertThat(after)
                .as("nobody is rid of themselves, or of their own roles")
                .anyMatch(person -> person.id().equals(by.id())
                        && person.enabled() == by.enabled()
                        && person.roles().equals(by.roles())
                        && person.memberships().equals(by.memberships()));
        assertThat(after)
                .filteredOn(person -> person.roles().equals(Set.of("system-administrator")))
                .as("no system administrator hears calls, whatever else they are")
                .allSatisfy(person -> assertThat(
                                world.access.rights(Caller.Member.of(person, "session", ADDRESS), world.acme))
                        .doesNotContain(Right.LISTEN_IN, Right.BARGE_IN, Right.WHISPER));
        boolean bySystemOwner = by.roles().contains("system-owner");
        for (Person person : after) {
            Person was = old.get(person.id());
            Set<String> had = was == null ? Set.of() : was.roles();
            assertThat(bySystemOwner || person.roles().equals(had))
                    .as("only a system owner makes system roles")
                    .isTrue();
            for (Membership membership : person.memberships()) {
                if (was == null || !was.memberships().contains(membership)) {
                    assertThat(mayGive(by, membership))
                            .as("%s gives %s", by, membership)
                            .isTrue();
                }
            }
        }
    }

    /** As in the requirements, word for word, and not as the code has it. */
    private static boolean mayGive(Person by, Membership given) {
        if (by.roles().contains("system-owner")) {
            return true;
        }
        if (by.roles().contains("system-administrator")) {
            return Set.of("user", "receptionist", "group-administrator").contains(given.role());
        }
        Set<String> held = by.memberships().stream()
                .filter(membership -> membership.department().equals(given.department()))
                .map(Membership::role)
                .collect(Collectors.toSet());
        return (held.contains("manager")
                        && Set.of("user", "receptionist", "manager").contains(given.role()))
                || (held.contains("owner")
                        && Set.of("user", "receptionist", "manager", "group-administrator")
                                .contains(given.role()));
    }
}
