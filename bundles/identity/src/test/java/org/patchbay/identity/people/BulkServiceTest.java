package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.World;
import org.patchbay.identity.people.BulkService.Action;
import org.patchbay.identity.people.BulkService.Order;
import org.patchbay.testing.identity.Callers;

class BulkServiceTest {

    private final World world = new World();
    private final BulkService bulk =
            new BulkService(world.people, world.precedence, world.roles, world.kept, world.work);
    private final Caller administrator = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private static Order order(Action action, Person... people) {
        return new Order(action, Stream.of(people).map(Person::id).toList(), Optional.empty(), Optional.empty());
    }

    private boolean enabled(Person person) {
        return world.people.find(world.acme, person.id()).orElseThrow().enabled();
    }

    @Test
    @Tag("S2.08")
    void disablesAndEnablesAll() {
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");

        assertThat(bulk.run(world.acme, order(Action.DISABLE, ada, eve), administrator))
                .isEqualTo(2);
        assertThat(enabled(ada) || enabled(eve)).isFalse();
        bulk.run(world.acme, order(Action.ENABLE, ada, eve), administrator);
        assertThat(enabled(ada) && enabled(eve)).isTrue();
    }

    @Test
    @Tag("S2.31")
    void doesNothingWhenOneRefusesAndNamesEach() {
        Person ada = world.person(world.acme, "ada", RoleBook.SYSTEM_OWNER);
        Person eve = world.person(world.acme, "eve");
        Person bob = world.person(world.bolt, "bob");
        var self = new Caller.Member(
                ada.portal(), ada.id(), ada.name(), ada.roles(), ada.memberships(), "session", Callers.ADDRESS);

        assertThatThrownBy(() -> bulk.run(world.acme, order(Action.DELETE, eve, ada, bob), self))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer() + " " + error.code())
                        .containsExactly("/people/1 person.own", "/people/2 person.unknown"));
        assertThat(world.people.find(world.acme, eve.id())).isPresent();
    }

    @Test
    @Tag("S2.30")
    void deletesAndInvites() {
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");

        bulk.run(world.acme, order(Action.INVITE, ada, eve), administrator);
        assertThat(world.mails.sent()).hasSize(4);
        bulk.run(world.acme, order(Action.DISABLE, ada), administrator);
        assertThatThrownBy(() -> bulk.run(world.acme, order(Action.INVITE, ada, eve), administrator))
                .isInstanceOf(PatchbayException.class);
        bulk.run(world.acme, order(Action.DELETE, ada, eve), administrator);
        assertThat(world.people.find(world.acme, ada.id())).isEmpty();
    }

    private static Order place(
            Action action, @Nullable DepartmentId department, @Nullable String role, Person... people) {
        return new Order(
                action,
                Stream.of(people).map(Person::id).toList(),
                Optional.ofNullable(department),
                Optional.ofNullable(role));
    }

    private List<Membership> memberships(Person person) {
        return world.people.find(world.acme, person.id()).orElseThrow().memberships();
    }

    @Test
    void addsToADepartmentAndSetsTheRoleThere() {
        DepartmentId byDefault = DepartmentId.defaultOf(world.acme);
        DepartmentId sales = world.departments
                .create(world.acme, DepartmentDraft.named("Sales"), administrator)
                .id();
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");

        bulk.run(world.acme, place(Action.ADD_TO_DEPARTMENT, sales, null, ada, eve), administrator);
        assertThat(memberships(ada)).containsExactly(new Membership(byDefault, "user"), new Membership(sales, "user"));
        bulk.run(world.acme, place(Action.SET_ROLE, sales, "receptionist", ada, eve), administrator);
        assertThat(memberships(eve))
                .containsExactly(new Membership(byDefault, "user"), new Membership(sales, "receptionist"));
        bulk.run(world.acme, place(Action.SET_ROLE, null, "manager", ada), administrator);
        assertThat(memberships(ada))
                .as("in the main department")
                .containsExactly(new Membership(byDefault, "manager"), new Membership(sales, "receptionist"));
        bulk.run(world.acme, place(Action.ADD_TO_DEPARTMENT, sales, "manager", ada), administrator);
        assertThat(memberships(ada))
                .as("who is there already keeps the role")
                .contains(new Membership(sales, "receptionist"));
    }

    @Test
    void setsNoRoleBeyondTheCallersOwnAndNoneElsewhere() {
        DepartmentId sales = world.departments
                .create(world.acme, DepartmentDraft.named("Sales"), administrator)
                .id();
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");
        bulk.run(world.acme, place(Action.ADD_TO_DEPARTMENT, sales, null, ada), administrator);
        Caller manager = Callers.holder(world.acme, sales, "manager");

        refuses(place(Action.SET_ROLE, sales, "owner", ada), manager, Problem.FORBIDDEN, "/people/0 roles.beyond");
        refuses(
                place(Action.SET_ROLE, sales, "manager", ada, eve),
                administrator,
                Problem.CONFLICT,
                "/people/1 person.not-member");
        refuses(
                place(Action.SET_ROLE, sales, "manager", ada, eve),
                manager,
                Problem.CONFLICT,
                "/people/1 person.unknown");
        assertThatThrownBy(() -> bulk.run(world.acme, place(Action.DELETE, null, null, eve), manager))
                .hasMessageNotContaining("Name of eve");
        refuses(place(Action.SET_ROLE, sales, null, ada), manager, Problem.INVALID, "/role field.missing");
        refuses(place(Action.SET_ROLE, sales, "system-owner", ada), manager, Problem.INVALID, "/role roles.unknown");
        refuses(
                place(Action.SET_ROLE, new DepartmentId("x"), "user", ada),
                manager,
                Problem.INVALID,
                "/department department.unknown");
        assertThat(memberships(ada)).contains(new Membership(sales, "user"));
    }

    private void refuses(Order order, Caller by, Problem problem, String... faults) {
        assertThatThrownBy(() -> bulk.run(world.acme, order, by)).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors())
                    .extracting(error -> error.pointer() + " " + error.code())
                    .containsExactly(faults);
        });
    }

    @Test
    void boundsTheOrder() {
        assertThatThrownBy(() -> bulk.run(world.acme, order(Action.DELETE), administrator))
                .isInstanceOf(PatchbayException.class);
        List<PersonId> many = Stream.iterate(0, i -> i + 1)
                .limit(501)
                .map(i -> new PersonId("p" + i))
                .toList();
        assertThatThrownBy(() -> bulk.run(
                        world.acme, new Order(Action.DELETE, many, Optional.empty(), Optional.empty()), administrator))
                .isInstanceOf(PatchbayException.class);
    }
}
