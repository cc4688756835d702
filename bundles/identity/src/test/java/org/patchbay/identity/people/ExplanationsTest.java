package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.identity.people.Explanations.Explanation;
import org.patchbay.identity.people.Explanations.Question;
import org.patchbay.testing.identity.Callers;

@Tag("S2.15")
class ExplanationsTest {

    private final World world = new World();
    private final Caller root = Callers.root();
    private final DepartmentId sales = department("Sales");
    private final DepartmentId help = department("Help");
    private final Person manager = person("mia", Set.of(), new Membership(sales, "manager"));

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

    private Explanation explain(Person person, Right right) {
        return ask(new Question(person.id(), right, Optional.empty(), Optional.empty()), root);
    }

    private Explanation in(DepartmentId department, Person person, Right right) {
        return ask(new Question(person.id(), right, Optional.of(department), Optional.empty()), root);
    }

    private Explanation towards(Person other, Person person, Right right) {
        return ask(new Question(person.id(), right, Optional.empty(), Optional.of(other.id())), root);
    }

    private Explanation ask(Question question, Caller by) {
        return world.explanations.explain(world.acme, question, by);
    }

    private static List<String> codes(Explanation explanation) {
        return explanation.reasons().stream().map(Explanations.Reason::code).toList();
    }

    private static void isOnly(Explanation explanation, boolean allowed, String code) {
        assertThat(explanation.allowed()).isEqualTo(allowed);
        assertThat(codes(explanation)).containsExactly(code);
    }

    @Test
    void namesTheRoleAndTheDepartment() {
        Explanation listens = explain(manager, Right.LISTEN_IN);
        isOnly(listens, true, "access.department");
        assertThat(listens.reasons().get(0).params())
                .containsEntry("role", "manager")
                .containsEntry("department", "Sales");
        isOnly(explain(manager, Right.OWN_ACCOUNT), true, "access.everybody");
    }

    @Test
    void namesARoleOfThePortalByItsTitle() {
        String desk = world.customRoles
                .create(world.acme, new CustomRoles.RoleDraft("Front desk", false, Set.of(Right.LISTEN_IN)), root)
                .name();
        Person ben = person("ben", Set.of(), new Membership(sales, desk));
        assertThat(explain(ben, Right.LISTEN_IN).reasons().get(0).params())
                .containsEntry("role", desk)
                .containsEntry("title", "Front desk");
        assertThat(explain(ben, Right.WHISPER).reasons().get(0).params()).containsEntry("titles", "Front desk");
    }

    @Test
    void namesTheRolesThatWouldAllowIt() {
        Explanation whispers = explain(manager, Right.WHISPER);
        assertThat(whispers.allowed()).isFalse();
        assertThat(codes(whispers)).containsExactly("access.held", "access.needed");
        assertThat(whispers.reasons().get(0).params()).containsEntry("roles", "manager");
        assertThat(whispers.reasons().get(1).params()).containsEntry("roles", "owner, system-owner");
    }

    @Test
    void tellsDepartmentsApart() {
        isOnly(in(sales, manager, Right.LISTEN_IN), true, "access.department");
        Explanation elsewhere = in(help, manager, Right.LISTEN_IN);
        isOnly(elsewhere, false, "access.elsewhere");
        assertThat(elsewhere.reasons().get(0).params()).containsEntry("departments", "Sales");
        Person owner = person("ada", Set.of("system-owner"), new Membership(sales, "user"));
        isOnly(in(help, owner, Right.LISTEN_IN), true, "access.everywhere");
    }

    @Test
    @Tag("S3.32")
    @Tag("S3.43")
    void aSystemAdministratorHearsNoCallsByWhateverRole() {
        String listener = world.customRoles
                .create(world.acme, new RoleDraft("Listener", true, Set.of(Right.LISTEN_IN)), owner())
                .name();
        Person adam = person("adam", Set.of("system-administrator", listener), new Membership(sales, "manager"));
        Person both = person("both", Set.of("system-administrator", "system-owner"), new Membership(sales, "user"));

        for (Right right : List.of(Right.LISTEN_IN, Right.BARGE_IN, Right.SEE_RECORDINGS, Right.SEE_REPORTS)) {
            isOnly(in(sales, adam, right), false, "access.administrator");
            assertThat(world.access.scope(as(adam), world.acme, right)).isEqualTo(Scope.NOWHERE);
            assertThat(world.access.rights(as(adam), world.acme)).doesNotContain(right);
            isOnly(explain(both, right), true, "access.everywhere");
            assertThat(world.access.scope(as(both), world.acme, right)).isEqualTo(Scope.EVERYWHERE);
        }
    }

    private Caller owner() {
        return Callers.administrator(world.acme);
    }

    private static Caller as(Person person) {
        return Caller.Member.of(person, "session", Callers.ADDRESS);
    }

    @Test
    void tellsPeopleApart() {
        Person colleague = person("eve", Set.of(), new Membership(sales, "user"));
        Person stranger = person("bob", Set.of(), new Membership(help, "user"));
        Person owner = person("olga", Set.of(), new Membership(sales, "owner"));

        isOnly(towards(colleague, manager, Right.MANAGE_PEOPLE), true, "access.department");
        isOnly(towards(stranger, manager, Right.MANAGE_PEOPLE), false, "access.elsewhere");
        Explanation beyond = towards(owner, manager, Right.MANAGE_PEOPLE);
        isOnly(beyond, false, "access.beyond");
        assertThat(beyond.reasons().get(0).params()).containsKey("right");
        isOnly(towards(manager, manager, Right.ELEVATE_ROLES), false, "access.self");
        isOnly(towards(owner, manager, Right.LISTEN_IN), true, "access.department");
    }

    @Test
    void whoIsNotActiveMayNothing() {
        Person gone = world.people.update(
                world.acme,
                manager.id(),
                manager.version(),
                manager.draft().edit().enabled(false).done(),
                root);
        isOnly(explain(gone, Right.LISTEN_IN), false, "access.status");
    }

    @Test
    void isAboutPeopleWhomTheCallerSeesAlone() {
        Person stranger = person("bob", Set.of(), new Membership(help, "user"));
        Caller here = Caller.Member.of(manager, "session", Callers.ADDRESS);
        var about = new Question(stranger.id(), Right.PARK, Optional.empty(), Optional.empty());
        var towards = new Question(manager.id(), Right.PARK, Optional.empty(), Optional.of(stranger.id()));
        var nowhere = new Question(
                manager.id(), Right.PARK, Optional.of(DepartmentId.defaultOf(world.bolt)), Optional.empty());

        refuses(Problem.NOT_FOUND, about, here);
        refuses(Problem.NOT_FOUND, towards, here);
        refuses(Problem.INVALID, nowhere, here);
        assertThatThrownBy(() -> world.explanations.explain(world.bolt, about, Callers.administrator(world.bolt)))
                .isInstanceOf(PatchbayException.class);
    }

    private void refuses(Problem problem, Question question, Caller by) {
        assertThatThrownBy(() -> ask(question, by))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
