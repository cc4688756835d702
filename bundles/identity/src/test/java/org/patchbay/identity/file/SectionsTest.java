package org.patchbay.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.identity.World;
import org.patchbay.identity.file.DepartmentsSection.DepartmentText;
import org.patchbay.identity.file.PeopleSection.MembershipText;
import org.patchbay.identity.file.PeopleSection.PersonText;
import org.patchbay.identity.file.RolesSection.RoleText;
import org.patchbay.identity.file.SignInSection.SignInText;
import org.patchbay.testing.identity.Callers;

class SectionsTest {

    private final World world = new World();
    private final Caller by = Callers.administrator(world.acme);
    private final RolesSection roles = new RolesSection(world.roles, world.customRoles);
    private final DepartmentsSection departments = new DepartmentsSection(world.departments);
    private final SignInSection signIn = new SignInSection(world.policies, world.roles);
    private final PeopleSection people = new PeopleSection(world.people, world.departments, world.roles);

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
}
