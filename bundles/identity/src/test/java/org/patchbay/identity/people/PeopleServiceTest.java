package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.SetupLink;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class PeopleServiceTest {

    private final World world = new World();
    private final Caller administrator = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private static void refuses(Problem problem, String pointer, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors()).extracting(error -> error.pointer()).contains(pointer);
        });
    }

    private static void refuses(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private static Caller as(Person person) {
        return Caller.Member.of(person, Ids.next(), ADDRESS);
    }

    private static PersonDraft draftOf(Person person, String... roles) {
        return person.draft().edit().roles(Set.of(roles)).done();
    }

    @Test
    @Tag("S0.39")
    @Tag("S1.15")
    @Tag("S3.09")
    void welcomesANewPerson() {
        Person ada = world.people.create(world.acme, World.draft("ada"), administrator);

        MailDraft mail = world.mails.last("ada@example.org");
        assertThat(world.mails.sent()).singleElement().satisfies(sent -> assertThat(sent.portal())
                .isEqualTo(world.acme));
        assertThat(mail.template()).isEqualTo("welcome");
        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.values())
                .containsEntry("name", "Name of ada")
                .containsEntry("login", "ada")
                .containsEntry("portal", "Acme")
                .containsEntry(
                        "expires", "January 8, 2026, 1:00\u202fAM (Europe/Berlin)".replace('\u202f', expected()));
        assertThat(mail.values().get("link")).startsWith("http://acme.localhost/welcome#");
        assertThat(world.events.published())
                .extracting(Event::type)
                .containsExactly("person.created", "person.invited");
        assertThat(ada.hasPassword()).isFalse();
    }

    @Test
    @Tag("S2.12")
    @Tag("S1.35")
    void givesAPasswordThatTheAdministratorTells() {
        PersonDraft draft = World.draft("ada")
                .edit()
                .password(Optional.of("correct horse"))
                .mustChangePassword(true)
                .done();

        Person ada = world.people.create(world.acme, draft, administrator);

        assertThat(ada.hasPassword()).isTrue();
        assertThat(ada.mustChangePassword()).isTrue();
        assertThat(draft.toString()).doesNotContain("horse");
        assertThat(world.audit.actions(world.acme)).endsWith("person.created", "person.password-set");
        // Whoever reads the welcome mail may choose another instead.
        world.use(world.acme, world.token("ada@example.org"), "battery staple");
        assertThat(world.people.find(world.acme, ada.id()).orElseThrow().mustChangePassword())
                .isFalse();
    }

    @Test
    @Tag("S2.12")
    void refusesAPasswordThatIsNoneOrComesLater() {
        refuses(
                Problem.INVALID,
                "/password",
                () -> world.people.create(
                        world.acme,
                        World.draft("ada").edit().password(Optional.of("short")).done(),
                        administrator));
        assertThat(world.mails.sent()).isEmpty();
        Person ada = world.person(world.acme, "ada");
        refuses(
                Problem.INVALID,
                "/password",
                () -> world.people.update(
                        world.acme,
                        ada.id(),
                        ada.version(),
                        ada.draft()
                                .edit()
                                .password(Optional.of("correct horse"))
                                .done(),
                        administrator));
    }

    @Test
    @Tag("S1.06")
    void anInternalNumberLeadsToOnePerson() {
        Person ada = world.people.create(world.acme, numbered("ada", "201"), administrator);
        world.people.create(world.bolt, numbered("bea", "201"), Callers.administrator(world.bolt));

        refuses(
                Problem.CONFLICT,
                "/extension",
                () -> world.people.create(world.acme, numbered("cy", "201"), administrator));
        Person dan = world.people.create(world.acme, numbered("dan", "202"), administrator);
        refuses(
                Problem.CONFLICT,
                "/extension",
                () -> world.people.update(world.acme, dan.id(), 1, numbered("dan", "201"), administrator));
        world.people.update(world.acme, ada.id(), 1, numbered("ada.l", "201"), administrator);
        world.people.update(world.acme, ada.id(), 2, numbered("ada.l", "203"), administrator);
        assertThat(world.people
                        .update(world.acme, dan.id(), 1, numbered("dan", "201"), administrator)
                        .extension())
                .contains("201");
    }

    private static PersonDraft numbered(String login, String extension) {
        return World.draft(login).edit().extension(Optional.of(extension)).done();
    }

    @Test
    @Tag("S0.32")
    @Tag("S0.40")
    @Tag("S0.41")
    void rootPromotesSomebodyInAnyPortalFromTheNextSignIn() {
        for (PortalId portal : List.of(world.acme, world.bolt)) {
            Person ada = world.enrolled(portal, "ada", "correct horse");
            Caller before = world.sessions
                    .signIn(portal, "ada", "correct horse", ADDRESS)
                    .caller();
            assertThat(world.access.rights(before, portal)).doesNotContain(Right.MANAGE_PEOPLE);

            world.people.update(portal, ada.id(), ada.version(), draftOf(ada, "system-owner"), Callers.root());

            Caller after = world.sessions
                    .signIn(portal, "ada", "correct horse", ADDRESS)
                    .caller();
            assertThat(world.access.rights(after, portal)).contains(Right.MANAGE_PEOPLE, Right.MANAGE_PORTAL);
        }
    }

    @Test
    @Tag("S2.19")
    void mailsSayTimesInThePersonsZone() {
        var there = World.draft("ada").edit().zone(Optional.of("Asia/Tokyo")).language(Optional.of("de"));
        world.people.create(world.acme, there.done(), administrator);

        assertThat(world.mails.last("ada@example.org"))
                .returns("de", MailDraft::language)
                .satisfies(mail ->
                        assertThat(mail.values()).containsEntry("expires", "8. Januar 2026, 09:00 (Asia/Tokyo)"));
    }

    /** The JDK's locale data before 20 has a plain space before AM. */
    private static char expected() {
        return Runtime.version().feature() < 20 ? ' ' : '\u202f';
    }

    @Test
    @Tag("S2.14")
    void sendsNothingToWhoHasNoAddress() {
        PersonDraft draft = PersonDraft.of("ada", "Ada");
        Person ada = world.people.create(world.acme, draft, administrator);

        assertThat(world.mails.sent()).isEmpty();
        refuses(Problem.CONFLICT, () -> world.people.invite(world.acme, ada.id(), administrator));
    }

    @Test
    @Tag("S2.14")
    void makesALinkForWhomNoMailReaches() {
        Person ada = world.people.create(world.acme, PersonDraft.of("ada", "Ada"), administrator);

        String first = token(world.people.link(world.acme, ada.id(), administrator));
        SetupLink link = world.people.link(world.acme, ada.id(), administrator);

        refuses(Problem.NOT_FOUND, () -> world.links.look(world.acme, first));
        assertThat(world.links.look(world.acme, token(link)).expires())
                .isBetween(link.expires(), link.expires().plusSeconds(1));
        assertThat(link.toString()).doesNotContain(token(link));
        assertThat(world.events.published("person.linked")).hasSize(2);
        world.use(world.acme, token(link), "correct horse");
        assertThat(world.people.find(world.acme, ada.id()).orElseThrow().hasPassword())
                .isTrue();
        world.people.link(world.acme, ada.id(), administrator);
    }

    private static String token(SetupLink link) {
        return link.link().substring(link.link().indexOf('#') + 1);
    }

    @Test
    @Tag("S2.14")
    void makesNoLinkForOneselfOrWhoGetsMailOrIsDisabledOrOfAnotherPortal() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse", "system-owner");
        refuses(Problem.CONFLICT, () -> world.people.link(world.acme, ada.id(), administrator));
        refuses(Problem.FORBIDDEN, () -> world.people.link(world.acme, ada.id(), as(ada)));
        refuses(Problem.NOT_FOUND, () -> world.people.link(world.bolt, ada.id(), administrator));
        PersonDraft draft = PersonDraft.of("eve", "Eve").edit().enabled(false).done();
        Person eve = world.people.create(world.acme, draft, administrator);
        refuses(Problem.CONFLICT, () -> world.people.link(world.acme, eve.id(), administrator));
    }

    @Test
    void welcomesInThePersonsLanguage() {
        PersonDraft draft =
                World.draft("ada").edit().language(Optional.of("fr")).done();
        world.people.create(world.acme, draft, administrator);
        assertThat(world.mails.last("ada@example.org").language()).isEqualTo("fr");
    }

    @Test
    @Tag("S2.11")
    void aLoginIsUniqueInItsPortal() {
        world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");
        world.person(world.bolt, "ada");

        refuses(Problem.CONFLICT, "/login", () -> world.person(world.acme, "ADA"));
        PersonDraft stolen = World.draft("Ada");
        refuses(Problem.CONFLICT, "/login", () -> world.people.update(world.acme, eve.id(), 1, stolen, administrator));
    }

    @Test
    @Tag("S0.02")
    void anotherPortalsPersonIsNotThere() {
        Person bob = world.person(world.bolt, "bob");

        assertThat(world.people.find(world.acme, bob.id())).isEmpty();
        assertThat(world.people
                        .list(world.acme, Optional.empty(), PageRequest.first(10))
                        .items())
                .isEmpty();
        refuses(Problem.NOT_FOUND, () -> world.people.update(world.acme, bob.id(), 1, World.draft("x"), administrator));
        refuses(Problem.NOT_FOUND, () -> world.people.delete(world.acme, bob.id(), administrator));
        refuses(Problem.NOT_FOUND, () -> world.people.invite(world.acme, bob.id(), administrator));
        refuses(Problem.NOT_FOUND, () -> world.people.invite(world.acme, new PersonId("garbage"), administrator));
        assertThat(world.people.find(world.bolt, bob.id())).isPresent();
    }

    @ParameterizedTest
    @Tag("S2.11")
    @ValueSource(
            strings = {
                "",
                " ",
                "-a",
                ".a",
                "a b",
                "a\nb",
                "a/b",
                "<a>",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesALoginThatIsNone(String login) {
        refuses(Problem.INVALID, "/login", () -> world.person(world.acme, login));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@b",
                "a@",
                "a@b@c",
                "a b@c.d",
                "a@b..c",
                "a@-b.c",
                "a@b.c\nBcc: x@y.z",
                "a,b@c.d",
                "\"a\"@b.c",
                "a.@b.c",
                "<a@b.c>",
                "a@b.c>"
            })
    void refusesAnAddressThatIsNone(String email) {
        PersonDraft draft = World.draft("ada").edit().email(Optional.of(email)).done();
        refuses(Problem.INVALID, "/email", () -> world.people.create(world.acme, draft, administrator));
    }

    @Test
    void namesEveryFieldAtFault() {
        String domain = "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "." + "e".repeat(63);
        PersonDraft draft = PersonDraft.of("", "x".repeat(101))
                .edit()
                .email(Optional.of("a@" + domain))
                .phone(Optional.of("call me"))
                .mobile(Optional.of("+"))
                .extension(Optional.of("10a"))
                .memberships(List.of(new Membership(new DepartmentId("moon"), "emperor")))
                .roles(Set.of("emperor"))
                .language(Optional.of("tlh"))
                .zone(Optional.of("Mars/Olympus"))
                .activeFrom(Optional.of(LocalDate.of(1, 1, 1)))
                .networks(List.of("everywhere"))
                .quotaMegabytes(OptionalInt.of(-1))
                .done();
        assertThatThrownBy(() -> world.people.create(world.acme, draft, administrator))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer())
                        .containsExactly(
                                "/login",
                                "/name",
                                "/email",
                                "/phone",
                                "/mobile",
                                "/extension",
                                "/memberships/0/role",
                                "/memberships/0/department",
                                "/roles",
                                "/language",
                                "/zone",
                                "/activeFrom",
                                "/networks/0",
                                "/quotaMegabytes"));
    }

    @Test
    @Tag("S2.34")
    @Tag("S3.24")
    @Tag("S4.05")
    void everybodyHasARole() {
        Person ada = world.people.create(world.acme, PersonDraft.of("ada", "Ada"), administrator);
        assertThat(ada.roles()).isEmpty();
        assertThat(ada.memberships())
                .containsExactly(new Membership(DepartmentId.defaultOf(world.acme), RoleBook.USER));
    }

    @Test
    @Tag("S0.11")
    void onlyRootMakesRootAndOnlyInRootsPortal() {
        refuses(Problem.INVALID, "/roles", () -> world.person(world.acme, "ada", "root"));
        Caller deputy = Callers.administrator(PortalId.ROOT);
        PersonDraft draft = World.draft("ada", "root");
        refuses(Problem.FORBIDDEN, "/roles", () -> world.people.create(PortalId.ROOT, draft, deputy));
        Person root = world.people.create(PortalId.ROOT, draft, Callers.root());

        refuses(Problem.FORBIDDEN, () -> world.people.invite(PortalId.ROOT, root.id(), deputy));
        refuses(Problem.FORBIDDEN, () -> world.people.delete(PortalId.ROOT, root.id(), deputy));
        refuses(Problem.FORBIDDEN, () -> world.people.update(PortalId.ROOT, root.id(), 1, draftOf(root), deputy));
    }

    @Test
    @Tag("S0.06")
    @Tag("S0.32")
    void anAdministratorMakesAdministrators() {
        Person ada = world.person(world.acme, "ada", "system-owner");
        Person eve = world.person(world.acme, "eve");

        Person promoted = world.people.update(world.acme, eve.id(), 1, draftOf(eve, "system-owner"), as(ada));

        assertThat(promoted.roles()).containsExactly("system-owner");
        assertThat(promoted.version()).isEqualTo(2);
    }

    @Test
    @Tag("S0.32")
    @Tag("S0.35")
    void whoIsPromotedIsMailedOnce() {
        Person ada = world.person(world.acme, "ada", "system-owner");
        Person eve = world.enrolled(world.acme, "eve", "correct horse battery");

        Person promoted =
                world.people.update(world.acme, eve.id(), eve.version(), draftOf(eve, "system-owner"), as(ada));
        int mails = world.mails.sent().size();
        world.people.update(
                world.acme,
                eve.id(),
                promoted.version(),
                promoted.draft().edit().name("Eve").done(),
                as(ada));

        assertThat(world.mails.last("eve@example.org").template()).isEqualTo("promotion");
        assertThat(world.mails.last("eve@example.org").values())
                .containsEntry("portal", "Acme")
                .containsEntry("link", "http://acme.localhost/");
        assertThat(world.mails.sent()).hasSize(mails);
    }

    @Test
    @Tag("S0.39")
    void anInvitedAdministratorIsToldSo() {
        world.person(world.acme, "ada", "system-owner");
        world.person(world.acme, "eve");

        assertThat(world.mails.last("ada@example.org").template()).isEqualTo("administrator-invitation");
        assertThat(world.mails.last("ada@example.org").values()).containsKeys("link", "expires");
        assertThat(world.mails.last("eve@example.org").template()).isEqualTo("welcome");
    }

    @Test
    @Tag("S2.23")
    @Tag("S2.31")
    void nobodyRaisesDisablesOrDeletesThemselves() {
        Person ada = world.person(world.acme, "ada", "system-owner");
        PersonDraft disabled = ada.draft().edit().enabled(false).done();

        refuses(
                Problem.FORBIDDEN,
                "/roles",
                () -> world.people.update(
                        world.acme, ada.id(), 1, draftOf(ada, "system-owner", "system-administrator"), as(ada)));
        refuses(Problem.FORBIDDEN, "/enabled", () -> world.people.update(world.acme, ada.id(), 1, disabled, as(ada)));
        refuses(Problem.FORBIDDEN, () -> world.people.delete(world.acme, ada.id(), as(ada)));
        PersonDraft renamed = ada.draft()
                .edit()
                .login("ada.l")
                .name("Ada L")
                .language(Optional.of("de"))
                .done();
        assertThat(world.people
                        .update(world.acme, ada.id(), 1, renamed, as(ada))
                        .login())
                .isEqualTo("ada.l");
    }

    @Test
    void changesOnlyThePresentVersion() {
        Person ada = world.person(world.acme, "ada");
        world.people.update(world.acme, ada.id(), 1, World.draft("ada1"), administrator);
        refuses(Problem.STALE, () -> world.people.update(world.acme, ada.id(), 1, World.draft("ada2"), administrator));
    }

    @Test
    @Tag("S2.30")
    void deletingEndsEverythingOfThePerson() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        var session = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");
        world.people.invite(world.acme, ada.id(), administrator);
        String token = world.token("ada@example.org");

        world.people.delete(world.acme, ada.id(), administrator);

        assertThat(world.sessions.open(world.acme, session.secret(), ADDRESS)).isEmpty();
        refuses(Problem.NOT_FOUND, () -> world.links.look(world.acme, token));
        assertThat(world.people.find(world.acme, ada.id())).isEmpty();
        assertThat(world.events.published("person.deleted")).hasSize(1);
    }

    @Test
    void takingARoleAwayEndsTheSessions() {
        world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        Person ada = world.enrolled(world.acme, "ada", "correct horse", "system-owner");
        var session = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");

        Person more = world.people.update(
                world.acme,
                ada.id(),
                ada.version(),
                draftOf(ada, "system-owner", "system-administrator"),
                administrator);
        assertThat(world.sessions.open(world.acme, session.secret(), ADDRESS)).isPresent();
        world.people.update(world.acme, ada.id(), more.version(), draftOf(more), administrator);

        assertThat(world.sessions.open(world.acme, session.secret(), ADDRESS)).isEmpty();
    }

    @Test
    void aLinkSentToAnAddressOfBeforeEnds() {
        Person ada = world.person(world.acme, "ada");
        String token = world.token("ada@example.org");
        PersonDraft moved =
                ada.draft().edit().email(Optional.of("ada@example.com")).done();

        world.people.update(world.acme, ada.id(), 1, moved, administrator);

        refuses(Problem.NOT_FOUND, () -> world.links.look(world.acme, token));
    }

    @Test
    void anAddressThatSignsInBelongsToOnePerson() {
        Person ada = world.people.create(world.acme, World.draft("ada"), administrator);
        Person bob = world.people.create(world.acme, World.draft("bob"), administrator);
        PersonDraft same = PersonDraft.of("cy", "Cy")
                .edit()
                .email(Optional.of("ADA@example.org"))
                .done();

        refuses(Problem.CONFLICT, "/email", () -> world.people.create(world.acme, same, administrator));
        refuses(
                Problem.CONFLICT,
                "/login",
                () -> world.people.create(world.acme, PersonDraft.of("Ada@example.org", "Cy"), administrator));
        PersonDraft taken =
                bob.draft().edit().email(Optional.of("ada@Example.org")).done();
        refuses(
                Problem.CONFLICT,
                "/email",
                () -> world.people.update(world.acme, bob.id(), bob.version(), taken, administrator));
        PersonDraft renamed = ada.draft().edit().name("Ada L").done();
        assertThat(world.people
                        .update(world.acme, ada.id(), ada.version(), renamed, administrator)
                        .name())
                .isEqualTo("Ada L");
        assertThat(world.people
                        .create(world.bolt, same, Callers.administrator(world.bolt))
                        .email())
                .contains("ADA@example.org");
    }
}
