package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.identity.store.StoredRole;
import org.patchbay.testing.identity.Callers;

@Tag("S2.07")
class CustomRolesTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);
    private final DepartmentId department = DepartmentId.defaultOf(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private static void refuses(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private RoleBook.Role create(String title, boolean everywhere, Right... rights) {
        return world.customRoles.create(world.acme, new RoleDraft(title, everywhere, Set.of(rights)), owner);
    }

    private Person holder(String login, Set<String> roles, Membership membership) {
        PersonDraft draft = PersonDraft.of(login, login)
                .edit()
                .roles(roles)
                .memberships(List.of(membership))
                .done();
        return world.people.create(world.acme, draft, owner);
    }

    private static Caller as(Person person) {
        return Caller.Member.of(person, "session", ADDRESS);
    }

    @Test
    @Tag("S2.15")
    void aNarrowRoleAllowsWhatItNamesAndNoMore() {
        RoleBook.Role reports = create("Reports only", true, Right.SEE_REPORTS);
        Person rita = holder("rita", Set.of(reports.name()), new Membership(department, "user"));
        Set<Right> user = world.access.rights(Callers.user(world.acme), world.acme);
        Set<Right> expected = EnumSet.copyOf(user);
        expected.add(Right.SEE_REPORTS);

        assertThat(world.access.rights(as(rita), world.acme)).isEqualTo(expected);
        assertThat(world.access.scope(as(rita), world.acme, Right.SEE_REPORTS)).isEqualTo(Scope.EVERYWHERE);
        assertThat(world.roles.in(world.acme)).contains(reports);
        assertThat(world.roles.in(world.bolt)).doesNotContain(reports);
    }

    @Test
    void aRoleOfDepartmentsHoldsThereAlone() {
        RoleBook.Role listener = create("Listener", false, Right.LISTEN_IN);
        Person lea = holder("lea", Set.of(), new Membership(department, listener.name()));

        assertThat(world.access.scope(as(lea), world.acme, Right.LISTEN_IN)).isEqualTo(Scope.of(Set.of(department)));
        refuses(Problem.INVALID, () -> holder("eve", Set.of(listener.name()), new Membership(department, "user")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Right.class,
            names = {
                "MANAGE_ROLES",
                "MANAGE_PORTAL",
                "MANAGE_SCRIPTS",
                "MANAGE_PLUGINS",
                "SEE_EVENTS",
                "SEE_AUDIT",
                "SEE_MAIL"
            })
    void whatIsOfTheWholePortalIsNotHadInADepartment(Right right) {
        assertThatThrownBy(() -> create("Odd", false, right, Right.LISTEN_IN))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.errors()).extracting(FieldError::pointer).containsExactly("/rights");
                    assertThat(e.errors()).extracting(FieldError::code).containsExactly("role.portal-wide");
                });
        assertThat(create("Even", true, right).rights()).containsExactly(right);
        var made = new StoredRole(Ids.next(), world.acme, "Of before", false, Set.of(right, Right.LISTEN_IN), 1);
        world.roleStore.insert(made);
        Person lea = holder("lea", Set.of(), new Membership(department, made.id()));
        assertThat(world.access.rights(as(lea), world.acme))
                .as("one that was made before counts for the rest")
                .contains(Right.LISTEN_IN)
                .doesNotContain(right);
    }

    @Test
    void nobodyMakesARoleBeyondThemselves() {
        RoleBook.Role maker = create("Maker", true, Right.MANAGE_ROLES, Right.SEE_AUDIT);
        Person max = holder("max", Set.of(maker.name()), new Membership(department, "user"));

        assertThat(world.customRoles
                        .create(world.acme, new RoleDraft("Auditor", true, Set.of(Right.SEE_AUDIT)), as(max))
                        .title())
                .contains("Auditor");
        refuses(
                Problem.FORBIDDEN,
                () -> world.customRoles.create(
                        world.acme, new RoleDraft("More", true, Set.of(Right.MANAGE_PEOPLE)), as(max)));
        refuses(
                Problem.FORBIDDEN,
                () -> world.customRoles.update(
                        world.acme, maker.name(), 1, new RoleDraft("Mine", true, Set.of(Right.SEE_AUDIT)), as(max)));
        RoleBook.Role people = create("People", true, Right.MANAGE_PEOPLE);
        refuses(
                Problem.FORBIDDEN,
                () -> world.customRoles.update(
                        world.acme, people.name(), 1, new RoleDraft("Less", true, Set.of(Right.SEE_AUDIT)), as(max)));
        refuses(Problem.FORBIDDEN, () -> world.customRoles.delete(world.acme, people.name(), as(max)));
    }

    @Test
    void whatSomebodyHasIsNotDeleted() {
        RoleBook.Role reports = create("Reports only", true, Right.SEE_REPORTS);
        Person rita = holder("rita", Set.of(reports.name()), new Membership(department, "user"));

        refuses(Problem.CONFLICT, () -> world.customRoles.delete(world.acme, reports.name(), owner));
        world.people.delete(world.acme, rita.id(), owner);
        world.customRoles.delete(world.acme, reports.name(), owner);
        refuses(Problem.NOT_FOUND, () -> world.customRoles.delete(world.acme, reports.name(), owner));
        refuses(Problem.NOT_FOUND, () -> world.customRoles.delete(world.acme, "manager", owner));
    }

    @Test
    void changesHoldAtOnceAndStayInThePortal() {
        RoleBook.Role reports = create("Reports only", true, Right.SEE_REPORTS);
        Person rita = holder("rita", Set.of(reports.name()), new Membership(department, "user"));
        var draft = new RoleDraft("Reports", true, Set.of(Right.SEE_MAIL));

        refuses(
                Problem.NOT_FOUND,
                () -> world.customRoles.update(
                        world.bolt, reports.name(), 1, draft, Callers.administrator(world.bolt)));
        RoleBook.Role changed = world.customRoles.update(world.acme, reports.name(), 1, draft, owner);

        assertThat(changed.title()).isEqualTo(Optional.of("Reports"));
        assertThat(world.access.rights(as(rita), world.acme))
                .contains(Right.SEE_MAIL)
                .doesNotContain(Right.SEE_REPORTS);
        refuses(Problem.STALE, () -> world.customRoles.update(world.acme, reports.name(), 1, draft, owner));
        refuses(
                Problem.INVALID,
                () -> world.customRoles.update(
                        world.acme, reports.name(), 2, new RoleDraft("Reports", false, Set.of(Right.SEE_MAIL)), owner));
    }

    @Test
    void refusesWhatIsNoRole() {
        create("Reports only", true, Right.SEE_REPORTS);
        refuses(Problem.CONFLICT, () -> create("reports ONLY", true, Right.SEE_MAIL));
        refuses(Problem.CONFLICT, () -> create("System owner", true, Right.SEE_MAIL));
        refuses(Problem.INVALID, () -> create(" ", true, Right.SEE_MAIL));
        refuses(Problem.INVALID, () -> create("Nothing", true));
        refuses(Problem.INVALID, () -> create("Above", true, Right.MANAGE_PORTALS));
    }
}
