package org.patchbay.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.identity.Meanwhile;
import org.patchbay.identity.World;
import org.patchbay.identity.file.DepartmentsSection.DepartmentText;
import org.patchbay.identity.file.PeopleSection.MembershipText;
import org.patchbay.identity.file.PeopleSection.PersonText;
import org.patchbay.identity.file.RolesSection.RoleText;
import org.patchbay.identity.file.SignInSection.SignInText;
import org.patchbay.identity.people.Forecast;
import org.patchbay.testing.identity.Callers;

class SectionsTest {

    private final World world = new World();
    private final Caller by = Callers.administrator(world.acme);
    private final RolesSection roles = new RolesSection(world.roles, world.customRoles);
    private final DepartmentsSection departments = new DepartmentsSection(world.departments);
    private final SignInSection signIn = new SignInSection(world.policies, world.roles);
    private final PeopleSection people = new PeopleSection(
            world.people,
            world.departments,
            world.roles,
            new Forecast(world.precedence, world.roles, world.departments));

    @AfterEach
    void close() {
        world.close();
    }

    private int entries() {
        return world.audit.actions(world.acme).size();
    }

    @Test
    void rolesAreMadeChangedOnceAndRemoved() {
        RoleText[] two = {
            new RoleText("Auditor", true, Set.of(Right.SEE_AUDIT)), new RoleText("Desk", false, Set.of(Right.SEE_CALLS))
        };
        roles.apply(world.acme, two, by);
        int entries = entries();
        roles.apply(world.acme, two, by);
        roles.prune(world.acme, two, by);
        assertThat(entries()).isEqualTo(entries);
        assertThat(roles.read(world.acme)).containsExactly(two);
        assertThat(roles.read(world.bolt)).isEmpty();

        roles.prune(world.acme, new RoleText[] {two[0]}, by);
        assertThat(roles.read(world.acme)).containsExactly(two[0]);
    }

    @Test
    void departmentsKeepHoursAndHolidays() {
        var main = new DepartmentText(
                "Zentrale",
                true,
                Optional.of("de"),
                Optional.of("Europe/Berlin"),
                List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0))),
                List.of(),
                List.of(new Holiday("New Year", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), true)));
        var sales =
                new DepartmentText("Sales", false, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
        DepartmentText[] both = {main, sales};
        departments.apply(world.acme, both, by);
        int entries = entries();
        departments.apply(world.acme, both, by);
        departments.prune(world.acme, both, by);

        assertThat(entries()).isEqualTo(entries);
        assertThat(departments.read(world.acme)).containsExactly(both);
        assertThat(world.departments.find(world.acme, DepartmentId.defaultOf(world.acme)))
                .map(Department::name)
                .contains("Zentrale");

        departments.prune(world.acme, new DepartmentText[] {main}, by);
        assertThat(departments.read(world.acme)).containsExactly(main);
    }

    @Test
    void signingInNamesRolesByTheirTitles() {
        roles.apply(world.acme, new RoleText[] {new RoleText("Auditor", true, Set.of(Right.SEE_AUDIT))}, by);
        var text = new SignInText("roles", Set.of("Auditor", "system-owner"), 64);
        signIn.apply(world.acme, text, by);
        int entries = entries();
        signIn.apply(world.acme, text, by);

        assertThat(signIn.read(world.acme)).isEqualTo(text);
        assertThat(entries()).isEqualTo(entries);
        assertThatThrownBy(() -> signIn.apply(world.acme, new SignInText("roles", Set.of("Nobody"), 64), by))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.pointer() + " " + error.code())
                        .containsExactly("/roles roles.unknown"));
    }

    private static PersonText person(String login, String department, String role) {
        return new PersonText(
                login,
                "Name of " + login,
                Optional.of(login + "@example.org"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("101"),
                List.of(new MembershipText(department, role)),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.of(500),
                false);
    }

    @Test
    void peopleAreInvitedOnceAndNeverDeleted() {
        world.person(world.acme, "ada", "system-owner");
        PersonText[] eve = {person("eve", "Default", "manager")};
        people.apply(world.acme, eve, by);
        int entries = entries();
        int mails = world.mails.sent().size();
        people.apply(world.acme, eve, by);
        people.prune(world.acme, eve, by);

        assertThat(entries()).isEqualTo(entries);
        assertThat(world.mails.sent()).hasSize(mails);
        assertThat(world.mails.last("eve@example.org").template()).isEqualTo("welcome");
        assertThat(people.read(world.acme)).extracting(PersonText::login).containsExactly("ada", "eve");
        assertThat(people.read(world.acme)[1]).isEqualTo(eve[0]);
    }

    @Test
    void aFileOfFewIsAppliedWhereMoreAreThanAFileHolds() {
        for (int i = 0; i <= 1000; i++) {
            world.personStore.insert(Person.of(
                    new PersonId(Ids.next()), world.acme, PersonDraft.of("p" + i, "P"), world.clock.instant(), 1));
        }
        people.apply(world.acme, new PersonText[] {person("eve", "Default", "user")}, by);

        assertThat(world.personStore.findByLogin(world.acme, "eve")).isPresent();
        assertThatThrownBy(() -> people.read(world.acme))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem() + " " + e.code())
                        .isEqualTo(Problem.CONFLICT + " file.people"));
    }

    @Test
    void aFileGivesNoMoreThanItsCallerMay() {
        PersonText[] eve = {person("eve", "Nowhere", "user")};
        assertThatThrownBy(() -> people.apply(world.acme, eve, by))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.pointer() + " " + error.code())
                        .containsExactly("/0/memberships/0/department department.unknown"));

        Caller manager = Callers.holder(world.acme, DepartmentId.defaultOf(world.acme), "manager");
        PersonText[] owner = {person("eve", "Default", "owner")};
        assertThatThrownBy(() -> people.apply(world.acme, owner, manager)).isInstanceOf(PatchbayException.class);
    }

    private static PersonText person(String login, String extension, String email, String role) {
        PersonText text = person(login, "Default", role);
        return new PersonText(
                login,
                text.name(),
                Optional.of(email),
                text.phone(),
                text.mobile(),
                Optional.of(extension),
                text.memberships(),
                text.roles(),
                text.language(),
                text.zone(),
                text.activeFrom(),
                text.activeUntil(),
                text.networks(),
                text.mustChangePassword(),
                text.quotaMegabytes(),
                text.disabled());
    }

    private static PersonText[] sample() {
        return new PersonText[] {
            person("eve", "101", "eve@example.org", "manager"), person("bob", "102", "bob@example.org", "user")
        };
    }

    @Test
    void whatPeopleWouldBeIsToldAndNotWritten() {
        world.person(world.acme, "ada", "system-owner");
        people.apply(world.acme, sample(), by);
        PersonText[] wanted = {
            person("EVE", "103", " eve@example.org ", "user"), person("new", "101", "new@example.org", "user")
        };
        int entries = entries();
        int mails = world.mails.sent().size();

        Optional<PersonText[]> told = people.expect(world.acme, wanted, by);

        assertThat(entries()).isEqualTo(entries);
        assertThat(world.mails.sent()).hasSize(mails);
        assertThat(people.read(world.acme)).hasSize(3);
        people.apply(world.acme, wanted, by);
        assertThat(told.orElseThrow()).isEqualTo(people.read(world.acme));
    }

    static Stream<List<PersonText>> refused() {
        return Stream.of(
                List.of(person("new", "101", "new@example.org", "user")),
                List.of(person("new", "103", "Eve@example.org", "user")),
                List.of(person("eve@example.org", "103", "new@example.org", "user")),
                List.of(person("bob", "102", "eve@example.org", "user")),
                List.of(person("bob", "101", "bob@example.org", "user")),
                List.of(person("x", "103", "x@example.org", "user"), person("y", "103", "y@example.org", "user")),
                List.of(person("x", "103", "x@example.org", "user"), person("y", "104", "x@example.org", "user")),
                List.of(person("x", "103", "x@example.org", "user"), person("X ", "104", "y@example.org", "user")),
                List.of(person("x", "103", "no address", "user")),
                List.of(person("x", "103", "x@example.org", "nobody")),
                List.of(person("x", "Nowhere", "user")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatWouldBeRefusedIsToldAlike(List<PersonText> some) {
        PersonText[] wanted = some.toArray(PersonText[]::new);
        people.apply(world.acme, sample(), by);
        PatchbayException told =
                Meanwhile.refusal(() -> people.expect(world.acme, wanted, by)).orElseThrow();
        PatchbayException applied =
                Meanwhile.refusal(() -> people.apply(world.acme, wanted, by)).orElseThrow();

        assertThat(told.problem()).isEqualTo(applied.problem());
        assertThat(told.errors()).isEqualTo(applied.errors());
    }

    @Test
    void aManagerHearsWhatIsBeyondThem() {
        people.apply(world.acme, sample(), by);
        Caller manager = Callers.holder(world.acme, DepartmentId.defaultOf(world.acme), "group-administrator");
        PersonText[] wanted = {person("eve", "101", "eve@example.org", "user")};

        assertThat(Meanwhile.refusal(() -> people.expect(world.acme, wanted, manager))
                        .map(PatchbayException::code))
                .isEqualTo(Meanwhile.refusal(() -> people.apply(world.acme, wanted, manager))
                        .map(PatchbayException::code))
                .isPresent();
    }

    @Test
    void ofOwnersOnlyApplyingTells() {
        world.person(world.acme, "ada", "system-owner");
        PersonText ada = person("ada", "105", "ada@example.org", "user");

        assertThat(people.expect(world.acme, new PersonText[] {ada}, by)).isEmpty();
        assertThat(people.expect(world.acme, people.read(world.acme), by)).isPresent();
    }

    private static DepartmentText department(String name, boolean isDefault) {
        return new DepartmentText(name, isDefault, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }

    @Test
    void whatIsNamedTwiceIsRefusedAtTheSecond() {
        assertThat(twice(() -> departments.apply(
                        world.acme,
                        new DepartmentText[] {department("Sales", false), department(" sALES", false)},
                        by)))
                .isEqualTo("/1/name file.twice");
        assertThat(twice(() -> departments.apply(
                        world.acme, new DepartmentText[] {department("One", true), department("Two", true)}, by)))
                .isEqualTo("/1/isDefault file.twice");
        var auditor = new RoleText("Auditor", true, Set.of(Right.SEE_AUDIT));
        var again = new RoleText("AUDITOR", true, Set.of(Right.SEE_CALLS));
        assertThat(twice(() -> roles.apply(world.acme, new RoleText[] {auditor, again}, by)))
                .isEqualTo("/1/title file.twice");
        assertThat(entries()).isZero();
    }

    private static String twice(Runnable action) {
        return Meanwhile.refusal(action).orElseThrow().errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .collect(Collectors.joining());
    }
}
