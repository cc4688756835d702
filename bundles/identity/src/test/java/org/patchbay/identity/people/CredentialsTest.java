package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.BulkService.Action;
import org.patchbay.identity.people.BulkService.Order;
import org.patchbay.testing.identity.Callers;

/** Who can sign in as somebody may do what they may: nobody gets more rights by way of another's account. */
@Tag("S3.32")
class CredentialsTest {

    private final World world = new World();
    private final Caller root = Callers.root();
    private final Caller administrator = Callers.member(world.acme, "system-administrator");
    private final DepartmentId sales = world.departments
            .create(world.acme, DepartmentDraft.named("Sales"), root)
            .id();
    private final DepartmentId help = world.departments
            .create(world.acme, DepartmentDraft.named("Help"), root)
            .id();

    @AfterEach
    void close() {
        world.recovery.stop();
        world.close();
    }

    private Person person(String login, String role, DepartmentId... in) {
        PersonDraft draft = World.draft(login)
                .edit()
                .memberships(Arrays.stream(in)
                        .map(department -> new Membership(department, role))
                        .toList())
                .done();
        return world.people.create(world.acme, draft, root);
    }

    private static void refuses(Optional<String> pointer, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN);
            assertThat(e.code()).isEqualTo("credentials.beyond");
            assertThat(e.params()).containsKey("right");
            assertThat(e.errors().stream().map(FieldError::pointer).findFirst()).isEqualTo(pointer);
        });
    }

    private void update(Person person, PersonDraft draft, Caller by) {
        world.people.update(world.acme, person.id(), person.version(), draft, by);
    }

    private void takesNothingOver(Person person, Caller by) {
        var edit = person.draft().edit();
        var security = world.personSecurity;
        refuses(
                Optional.of("/password"),
                () -> security.setPassword(world.acme, person.id(), "correct horse", false, by));
        refuses(
                Optional.of("/email"),
                () -> update(person, edit.email(Optional.of("me@example.org")).done(), by));
        refuses(
                Optional.of("/login"),
                () -> update(person, person.draft().edit().login("me").done(), by));
        refuses(
                Optional.of("/networks"),
                () -> update(
                        person,
                        person.draft().edit().networks(List.of("192.0.2.0/24")).done(),
                        by));
        refuses(Optional.empty(), () -> security.resetSecondFactor(world.acme, person.id(), by));
        refuses(Optional.empty(), () -> security.require(world.acme, person.id(), false, by));
        refuses(Optional.empty(), () -> security.useDirectory(world.acme, person.id(), by));
        refuses(Optional.empty(), () -> world.people.invite(world.acme, person.id(), by));
        refuses(Optional.empty(), () -> world.people.link(world.acme, person.id(), by));
        var all = new Order(Action.INVITE, List.of(person.id()), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> new BulkService(world.people, world.precedence, world.roles, world.kept, world.work)
                        .run(world.acme, all, by))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN);
                    assertThat(e.errors()).extracting(FieldError::code).containsExactly("credentials.beyond");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "owner"})
    void aSystemAdministratorTakesNobodyOverWhoHearsCalls(String role) {
        world.pluginSettings.with(world.acme, "ldap", Map.of());
        Person mia = person("mia", role, sales);

        takesNothingOver(mia, administrator);

        assertThat(world.people.find(world.acme, mia.id())).hasValue(mia);
        assertThat(world.personSecurity
                        .passwordPlace(world.acme, mia.id(), administrator)
                        .beyond())
                .contains(Right.LISTEN_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "receptionist", "group-administrator"})
    void aSystemAdministratorLooksAfterHowOthersSignIn(String role) {
        Person ada = person("ada", role, sales);

        assertThatCode(() -> {
                    world.people.invite(world.acme, ada.id(), administrator);
                    world.personSecurity.resetSecondFactor(world.acme, ada.id(), administrator);
                    world.personSecurity.setPassword(world.acme, ada.id(), "correct horse", false, administrator);
                })
                .doesNotThrowAnyException();
        assertThat(world.personSecurity
                        .passwordPlace(world.acme, ada.id(), administrator)
                        .beyond())
                .isEmpty();
    }

    @Test
    void aSystemOwnerAndRootLookAfterEverybody() {
        Person mia = person("mia", "owner", sales);

        for (Caller by : List.of(root, Callers.administrator(world.acme))) {
            Person now = world.people.find(world.acme, mia.id()).orElseThrow();
            update(now, now.draft().edit().login("mia" + now.version()).done(), by);
            world.personSecurity.setPassword(world.acme, mia.id(), "correct horse", false, by);
        }
    }

    /** What counts is every department that the other has the right in, not the one that both are in. */
    @Test
    void aManagerOfOneDepartmentTakesNoManagerOfTwoOver() {
        Person mia = person("mia", "manager", sales, help);
        Caller manager = Callers.holder(world.acme, sales, "manager");

        assertThatThrownBy(
                        () -> world.personSecurity.setPassword(world.acme, mia.id(), "correct horse", false, manager))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("person.beyond"));
    }

    /** A session or a token may hold less than the person does by now. */
    @Test
    void aTokenTakesNobodyOverBeyondItsScopes() {
        Person boss = world.people.create(
                world.acme,
                World.draft("boss").edit().roles(Set.of("system-owner")).done(),
                root);
        Caller token = Caller.Member.of(boss, "token", Callers.ADDRESS)
                .within(Set.of(Right.MANAGE_PEOPLE, Right.ELEVATE_ROLES));
        Person mia = person("mia", "manager", sales);

        assertThatThrownBy(() -> world.personSecurity.setPassword(world.acme, mia.id(), "correct horse", false, token))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("person.beyond"));
        for (String role : List.of("receptionist", "manager", "owner")) {
            PersonDraft draft = PersonDraft.of("new", "New")
                    .edit()
                    .memberships(List.of(new Membership(sales, role)))
                    .done();
            assertThatThrownBy(() -> world.people.create(world.acme, draft, token))
                    .as("made by a token that lacks these rights: %s", role)
                    .isInstanceOf(PatchbayException.class);
        }
        assertThat(world.people
                        .create(world.acme, PersonDraft.of("new", "New"), token)
                        .login())
                .isEqualTo("new");
    }

    @Test
    void whoMayDoLessThanAnyOfADirectoryDoesNotSetItUp() {
        Person mia = person("mia", "owner", sales);
        assertThatThrownBy(() -> world.keepers.requireChange(world.acme, "ldap", administrator))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN);
                    assertThat(e.code()).isEqualTo("directory.beyond");
                    assertThat(e.params().get("right")).isEqualTo("LISTEN_IN");
                });

        world.keepers.requireChange(world.acme, "ldap", root);
        world.keepers.requireChange(world.acme, "ldap", Callers.administrator(world.acme));
        world.keepers.requireChange(world.acme, "hubspot", administrator);
        world.personSecurity.setPassword(world.acme, mia.id(), "correct horse", false, root);
        assertThatCode(() -> world.keepers.requireChange(world.acme, "ldap", administrator))
                .as("whose password is kept here, no directory is asked for")
                .doesNotThrowAnyException();
    }
}
