package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.Meanwhile;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class PrecedenceTest {

    private final World world = new World();
    private final Caller root = Callers.root();
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

    private Person person(String login, DepartmentId department, String role) {
        return world.people.create(world.acme, in(login, department, role), root);
    }

    private static PersonDraft in(String login, DepartmentId department, String role) {
        return PersonDraft.of(login, login)
                .edit()
                .memberships(List.of(new Membership(department, role)))
                .done();
    }

    private static Caller as(Person person) {
        return Caller.Member.of(person, "session", ADDRESS);
    }

    private Person update(Person person, PersonDraft draft, Caller by) {
        return world.people.update(person.portal(), person.id(), person.version(), draft, by);
    }

    @ParameterizedTest
    @CsvSource({
        "manager, user, true",
        "manager, receptionist, true",
        "manager, manager, true",
        "manager, group-administrator, false",
        "manager, owner, false",
        "owner, user, true",
        "owner, receptionist, true",
        "owner, manager, true",
        "owner, group-administrator, true",
        "owner, owner, false",
        "receptionist, user, false",
        "group-administrator, user, false",
        "user, user, false"
    })
    @Tag("S3.30")
    @Tag("S3.31")
    @Tag("S3.42")
    void elevatesInTheOwnDepartmentOnly(String role, String given, boolean allowed) {
        Caller giver = Callers.holder(world.acme, sales, role);
        Person ada = person("ada", sales, "user");
        Person eve = person("eve", help, "user");

        if (allowed) {
            assertThat(world.people
                            .create(world.acme, in("new", sales, given), giver)
                            .memberships())
                    .containsExactly(new Membership(sales, given));
            assertThat(update(ada, in("ada", sales, given), giver).memberships())
                    .containsExactly(new Membership(sales, given));
        } else {
            refuses(
                    Problem.FORBIDDEN,
                    "roles.beyond",
                    () -> world.people.create(world.acme, in("new", sales, given), giver));
        }
        refuses(
                Problem.FORBIDDEN,
                "roles.beyond",
                () -> world.people.create(world.acme, in("other", help, given), giver));
        refuses(Problem.NOT_FOUND, "person.unknown", () -> update(eve, eve.draft(), giver));
        refuses(Problem.NOT_FOUND, "person.unknown", () -> world.people.delete(world.acme, eve.id(), giver));
    }

    @ParameterizedTest
    @CsvSource({
        "system-owner, system-owner, true", "system-owner, system-administrator, true",
        "system-administrator, system-owner, false", "system-administrator, system-administrator, false"
    })
    @Tag("S3.32")
    @Tag("S3.33")
    void onlyASystemOwnerMakesSystemRoles(String role, String given, boolean allowed) {
        Caller giver = Callers.member(world.acme, role);
        PersonDraft draft =
                PersonDraft.of("ada", "Ada").edit().roles(Set.of(given)).done();
        if (allowed) {
            assertThat(world.people.create(world.acme, draft, giver).roles()).containsExactly(given);
        } else {
            refuses(Problem.FORBIDDEN, "roles.beyond", () -> world.people.create(world.acme, draft, giver));
        }
        refuses(
                Problem.FORBIDDEN,
                "roles.beyond",
                () -> world.people.create(world.acme, draft, Callers.holder(world.acme, sales, "owner")));
    }

    @Test
    void twoRolesDoNotAddUpToAFurtherOne() {
        Person both = world.people.create(
                world.acme,
                PersonDraft.of("both", "Both")
                        .edit()
                        .memberships(
                                List.of(new Membership(sales, "manager"), new Membership(sales, "group-administrator")))
                        .done(),
                root);
        refuses(
                Problem.FORBIDDEN,
                "roles.beyond",
                () -> world.people.create(world.acme, in("new", sales, "group-administrator"), as(both)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "receptionist", "group-administrator"})
    @Tag("S3.32")
    void aSystemAdministratorGivesEveryRoleThatHearsNoCalls(String role) {
        Caller administrator = Callers.member(world.acme, "system-administrator");
        Person made = world.people.create(world.acme, in("new", sales, role), administrator);

        assertThat(update(made, in("new", help, role), administrator).memberships())
                .containsExactly(new Membership(help, role));
        world.people.delete(world.acme, made.id(), administrator);
        assertThat(world.people.find(world.acme, made.id())).isEmpty();
    }

    /** Whoever gives a right to an account that they hold the keys of, has that right. */
    @ParameterizedTest
    @ValueSource(strings = {"manager", "owner"})
    @Tag("S3.32")
    void aSystemAdministratorGivesAndTakesNoRoleThatHearsCalls(String role) {
        Caller administrator = Callers.member(world.acme, "system-administrator");
        Person both = world.people.create(
                world.acme,
                PersonDraft.of("both", "Both")
                        .edit()
                        .roles(Set.of("system-administrator"))
                        .memberships(List.of(new Membership(sales, role)))
                        .done(),
                root);
        Person ada = person("ada", sales, "user");
        Person mia = person("mia", sales, role);

        for (Caller by : List.of(administrator, as(both))) {
            refuses(
                    Problem.FORBIDDEN,
                    "roles.beyond",
                    () -> world.people.create(world.acme, in("new", sales, role), by));
            refuses(Problem.FORBIDDEN, "roles.beyond", () -> update(ada, in("ada", sales, role), by));
            refuses(Problem.FORBIDDEN, "roles.beyond", () -> update(mia, in("mia", sales, "user"), by));
            refuses(Problem.FORBIDDEN, "roles.beyond", () -> update(mia, in("mia", help, role), by));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "owner"})
    @Tag("S3.32")
    void aSystemAdministratorLooksAfterEverybodyOfTheDepartments(String role) {
        Caller administrator = Callers.member(world.acme, "system-administrator");
        Person mia = person("mia", sales, role);

        Person changed = update(mia, mia.draft().edit().name("Mia M").done(), administrator);
        assertThat(changed.name()).isEqualTo("Mia M");
        world.people.delete(world.acme, mia.id(), administrator);
        assertThat(world.people.find(world.acme, mia.id())).isEmpty();
    }

    @Test
    @Tag("S3.32")
    void aSystemAdministratorTouchesNoSystemOwner() {
        Person owner = world.person(world.acme, "ada", "system-owner");
        Caller administrator = Callers.member(world.acme, "system-administrator");

        refuses(Problem.FORBIDDEN, "person.beyond", () -> update(owner, owner.draft(), administrator));
    }

    @Test
    @Tag("S2.23")
    void nobodyChangesTheirOwnMemberships() {
        Person owner = person("olga", sales, "owner");
        refuses(Problem.FORBIDDEN, "roles.own", () -> update(owner, in("olga", help, "owner"), as(owner)));
        assertThat(update(owner, owner.draft().edit().name("Olga O").done(), as(owner))
                        .name())
                .isEqualTo("Olga O");
    }

    @Test
    @Tag("S2.23")
    void nobodyLoosensWhatSomebodyElseHasBounded() {
        Person added = person("olga", sales, "owner");
        Person owner =
                update(added, added.draft().edit().networks(List.of(ADDRESS)).done(), root);
        PersonDraft near = owner.draft().edit().networks(List.of("0.0.0.0/0")).done();
        PersonDraft roomy =
                owner.draft().edit().quotaMegabytes(OptionalInt.of(999_999)).done();
        refuses(Problem.FORBIDDEN, "bounds.own", () -> update(owner, near, as(owner)));
        refuses(Problem.FORBIDDEN, "bounds.own", () -> update(owner, roomy, as(owner)));

        Person highest = world.person(world.acme, "ada", "system-owner");
        assertThat(update(
                                highest,
                                highest.draft()
                                        .edit()
                                        .quotaMegabytes(OptionalInt.of(5))
                                        .done(),
                                as(highest))
                        .quotaMegabytes())
                .hasValue(5);
    }

    @Test
    void aTokenDoesNotChangeHowItsPersonSignsIn() {
        Person owner = person("olga", sales, "owner");
        Caller byToken = ((Caller.Member) as(owner)).within(EnumSet.complementOf(EnumSet.of(Right.OWN_SIGN_IN)));
        PersonDraft elsewhere =
                owner.draft().edit().email(Optional.of("me@elsewhere.example")).done();
        refuses(Problem.FORBIDDEN, "sign-in.own", () -> update(owner, elsewhere, byToken));
        assertThat(update(owner, elsewhere, as(owner)).email()).contains("me@elsewhere.example");
    }

    @Test
    void theLastSystemOwnerStays() {
        PersonDraft draft = PersonDraft.of("ada", "Ada")
                .edit()
                .roles(Set.of("system-owner"))
                .done();
        Person ada = world.people.create(world.acme, draft, root);
        PersonDraft passing = PersonDraft.of("eve", "Eve")
                .edit()
                .roles(Set.of("system-owner"))
                .activeUntil(Optional.of(LocalDate.of(2999, 1, 1)))
                .done();
        Person eve = world.people.create(world.acme, passing, root);

        refuses(Problem.CONFLICT, "owner.last", () -> world.people.delete(world.acme, ada.id(), root));
        refuses(
                Problem.CONFLICT,
                "owner.last",
                () -> update(ada, draft.edit().enabled(false).done(), root));
        refuses(
                Problem.CONFLICT,
                "owner.last",
                () -> update(ada, draft.edit().roles(Set.of()).done(), root));
        refuses(
                Problem.CONFLICT,
                "owner.last",
                () -> update(
                        ada,
                        draft.edit()
                                .activeUntil(Optional.of(LocalDate.of(2999, 1, 1)))
                                .done(),
                        root));
        refuses(Problem.CONFLICT, "owner.last", () -> world.people.delete(world.acme, ada.id(), as(eve)));

        world.people.create(
                world.acme,
                PersonDraft.of("bob", "Bob")
                        .edit()
                        .roles(Set.of("system-owner"))
                        .done(),
                root);
        world.people.delete(world.acme, ada.id(), as(eve));
        assertThat(world.people.find(world.acme, ada.id())).isEmpty();
    }

    @Test
    void whoCannotSignInYetDoesNotStandInForTheLastSystemOwner() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse", "system-owner");
        Person bob = world.person(world.acme, "bob", "system-owner");
        PersonDraft passing = ada.draft()
                .edit()
                .activeUntil(Optional.of(LocalDate.of(2999, 1, 1)))
                .done();

        refuses(Problem.CONFLICT, "owner.last", () -> world.people.delete(world.acme, ada.id(), root));
        refuses(Problem.CONFLICT, "owner.last", () -> update(ada, passing, root));
        world.people.delete(world.acme, bob.id(), root);

        Person cy = world.person(world.acme, "cy", "system-owner");
        world.use(world.acme, world.token("cy@example.org"), "battery staple");
        world.people.delete(world.acme, ada.id(), root);
        refuses(Problem.CONFLICT, "owner.last", () -> world.people.delete(world.acme, cy.id(), root));
    }

    @Test
    void ofOwnersWhoWereOnlyInvitedTheLastStays() {
        Person ada = world.person(world.acme, "ada", "system-owner");
        Person bob = world.person(world.acme, "bob", "system-owner");

        world.people.delete(world.acme, ada.id(), root);
        refuses(Problem.CONFLICT, "owner.last", () -> world.people.delete(world.acme, bob.id(), root));
    }

    @Test
    void whoIsInOtherDepartmentsTooIsDeletedByNobodyOfOne() {
        Person ada = world.people.create(
                world.acme,
                PersonDraft.of("ada", "Ada")
                        .edit()
                        .memberships(List.of(new Membership(sales, "user"), new Membership(help, "user")))
                        .done(),
                root);
        Caller manager = Callers.holder(world.acme, sales, "manager");

        refuses(Problem.FORBIDDEN, "person.elsewhere", () -> world.people.delete(world.acme, ada.id(), manager));
        refuses(Problem.FORBIDDEN, "roles.beyond", () -> update(ada, in("ada", sales, "user"), manager));
        assertThat(update(ada, ada.draft().edit().name("Ada L").done(), manager).name())
                .isEqualTo("Ada L");
    }

    @Test
    @Tag("S2.29")
    void nobodyShutsThemselvesOut() {
        Person ada = person("ada", sales, "owner");
        PersonDraft elsewhere =
                ada.draft().edit().networks(List.of("198.51.100.0/30")).done();

        refuses(Problem.INVALID, "networks.own", () -> update(ada, elsewhere, as(ada)));
        assertThat(update(ada, ada.draft().edit().networks(List.of(ADDRESS)).done(), as(ada))
                        .networks())
                .hasSize(1);
    }

    @Test
    void whatWasNotSentIsNotPointedAt() {
        Caller manager = Callers.holder(world.acme, sales, "manager");

        assertThat(Meanwhile.refusal(() -> world.people.create(world.acme, PersonDraft.of("ada", "Ada"), manager))
                        .orElseThrow()
                        .errors())
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/memberships memberships.needed");
    }
}
