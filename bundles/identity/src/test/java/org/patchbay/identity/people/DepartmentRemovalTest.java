package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

@Tag("S3.22")
class DepartmentRemovalTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);
    private final DepartmentId sales = department("Sales");
    private final DepartmentId help = department("Help");

    @AfterEach
    void close() {
        world.close();
    }

    private DepartmentId department(String name) {
        return world.departments
                .create(world.acme, DepartmentDraft.named(name), Callers.root())
                .id();
    }

    private Person person(String login, Set<String> roles, Membership... memberships) {
        PersonDraft draft = PersonDraft.of(login, login)
                .edit()
                .roles(roles)
                .memberships(List.of(memberships))
                .done();
        return world.people.create(world.acme, draft, Callers.root());
    }

    private List<Membership> memberships(Person person) {
        return world.people.find(world.acme, person.id()).orElseThrow().memberships();
    }

    private static void refuses(Problem problem, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().stream()
                            .map(error -> error.code())
                            .findFirst()
                            .orElse(e.code()))
                    .isEqualTo(code);
        });
    }

    @Test
    @Tag("S3.24")
    void everybodyMovesWithTheirRole() {
        Person mia = person("mia", Set.of(), new Membership(sales, "manager"));
        Person ada = person("ada", Set.of(), new Membership(help, "user"), new Membership(sales, "receptionist"));
        Person eve = person("eve", Set.of(), new Membership(help, "manager"), new Membership(sales, "user"));
        Person bob = person("bob", Set.of(), new Membership(help, "user"));

        world.removal.remove(world.acme, sales, Optional.of(help), owner);

        assertThat(world.departments.find(world.acme, sales)).isEmpty();
        assertThat(memberships(mia)).containsExactly(new Membership(help, "manager"));
        assertThat(memberships(ada))
                .as("the greater of both roles is enough")
                .containsExactly(new Membership(help, "receptionist"));
        assertThat(memberships(eve)).containsExactly(new Membership(help, "manager"));
        assertThat(memberships(bob)).containsExactly(new Membership(help, "user"));
        assertThat(world.audit.actions(world.acme)).contains("person.updated", "department.deleted");
    }

    @Test
    void theMainDepartmentStaysTheFirst() {
        DepartmentId byDefault = DepartmentId.defaultOf(world.acme);
        Person ada = person("ada", Set.of(), new Membership(sales, "user"), new Membership(help, "manager"));
        Person eve = person("eve", Set.of(), new Membership(help, "user"), new Membership(sales, "user"));

        world.removal.remove(world.acme, sales, Optional.of(byDefault), owner);

        assertThat(memberships(ada))
                .containsExactly(new Membership(byDefault, "user"), new Membership(help, "manager"));
        assertThat(memberships(eve)).containsExactly(new Membership(help, "user"), new Membership(byDefault, "user"));
    }

    @Test
    @Tag("S3.23")
    void itIsRefusedAsAWholeWhenSomebodyMayNotBeMoved() {
        Caller administrator = Callers.member(world.acme, "system-administrator");
        Person mia = person("mia", Set.of("system-owner"), new Membership(sales, "manager"));
        Person ada = person("ada", Set.of(), new Membership(sales, "user"));

        refuses(
                Problem.FORBIDDEN,
                "department.unmovable",
                () -> world.removal.remove(world.acme, sales, Optional.of(help), administrator));
        assertThat(memberships(ada)).containsExactly(new Membership(sales, "user"));
        assertThat(memberships(mia)).containsExactly(new Membership(sales, "manager"));
        assertThat(world.departments.find(world.acme, sales)).isPresent();
    }

    @Test
    @Tag("S2.23")
    void oneMovesOneselfOnlyWhereThatGivesNothing() {
        Person olga = person("olga", Set.of("system-owner"), new Membership(sales, "manager"));
        Person mia = person("mia", Set.of("system-administrator"), new Membership(sales, "manager"));

        refuses(
                Problem.FORBIDDEN,
                "department.unmovable",
                () -> world.removal.remove(world.acme, sales, Optional.of(help), as(mia)));
        world.people.delete(world.acme, mia.id(), Callers.root());
        world.removal.remove(world.acme, sales, Optional.of(help), as(olga));
        assertThat(memberships(olga)).containsExactly(new Membership(help, "manager"));
    }

    private static Caller as(Person person) {
        return Caller.Member.of(person, "session", Callers.ADDRESS);
    }

    @Test
    void withoutAPlaceForItsPeopleItStays() {
        person("ada", Set.of(), new Membership(sales, "user"));

        refuses(
                Problem.CONFLICT,
                "department.members",
                () -> world.removal.remove(world.acme, sales, Optional.empty(), owner));
        refuses(
                Problem.INVALID,
                "department.unknown",
                () -> world.removal.remove(world.acme, sales, Optional.of(sales), owner));
        refuses(
                Problem.INVALID,
                "department.unknown",
                () -> world.removal.remove(world.acme, sales, Optional.of(DepartmentId.defaultOf(world.bolt)), owner));
        refuses(
                Problem.CONFLICT,
                "department.default",
                () -> world.removal.remove(world.acme, DepartmentId.defaultOf(world.acme), Optional.of(help), owner));
        refuses(
                Problem.FORBIDDEN,
                "department.new",
                () -> world.removal.remove(
                        world.acme, sales, Optional.of(help), Callers.holder(world.acme, sales, "owner")));
        refuses(
                Problem.NOT_FOUND,
                "department.unknown",
                () -> world.removal.remove(world.bolt, sales, Optional.empty(), Callers.administrator(world.bolt)));
        world.removal.remove(world.acme, help, Optional.empty(), owner);
        assertThat(world.departments.find(world.acme, help)).isEmpty();
    }

    @Test
    @Tag("S3.25")
    void listsWhoIsInADepartmentWithTheirRolesThere() {
        person("ada", Set.of(), new Membership(help, "user"), new Membership(sales, "receptionist"));
        person("mia", Set.of(), new Membership(sales, "manager"));

        var members = world.members.list(world.acme, sales, PageRequest.first(50));

        assertThat(members.total()).hasValue(2);
        assertThat(members.items())
                .extracting(member -> member.name() + " " + member.roles() + " " + member.main())
                .containsExactly("ada [receptionist] false", "mia [manager] true");
        assertThat(world.members.counts(world.acme)).containsEntry(sales, 2).containsEntry(help, 1);
        assertThat(world.members.counts(world.bolt)).isEmpty();
    }
}
