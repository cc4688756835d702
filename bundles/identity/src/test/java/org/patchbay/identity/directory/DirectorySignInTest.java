package org.patchbay.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.World;
import org.patchbay.identity.factor.Codes;
import org.patchbay.identity.people.PersonSecurity.PasswordPlace;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.spi.identity.DirectoryAnswer.Reason;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.InMemoryPasswordDirectory;

@Tag("S1.14")
class DirectorySignInTest {

    private static final Client HOME = Client.at("192.0.2.1");
    private static final String RIGHT = "engine no. 1";

    private final World world = new World();
    private final InMemoryPasswordDirectory.Server server = world.directory.server(world.acme);
    private final Caller.Member administrator = Callers.administrator(world.acme);

    @BeforeEach
    void connect() {
        world.pluginSettings.with(world.acme, "ldap", Map.of("createPeople", true));
        server.add("ada", RIGHT, "Ada Lovelace", "ada@acme.example", "+49 30 1234567");
    }

    @AfterEach
    void close() {
        world.recovery.stop();
        world.close();
    }

    private Person signIn(PortalId portal, String login, String password) {
        Entry entry = world.signIn.begin(portal, login, password, HOME, Optional.empty());
        var caller = (Caller.Member) ((Entry.In) entry).session().caller();
        return world.people.find(portal, caller.person()).orElseThrow();
    }

    private Person signIn(String login, String password) {
        return signIn(world.acme, login, password);
    }

    private static void refused(Problem problem, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                    .isEqualTo(code);
        });
    }

    private void wrong(String login, String password) {
        refused(Problem.UNAUTHENTICATED, "sign-in.wrong", () -> signIn(login, password));
    }

    @Test
    void somebodyUnknownBecomesAPersonAtTheFirstSignIn() {
        Person ada = signIn("ada", RIGHT);

        assertThat(ada.login()).isEqualTo("ada");
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(ada.email()).contains("ada@acme.example");
        assertThat(ada.phone()).contains("+49 30 1234567");
        assertThat(ada.roles()).isEmpty();
        assertThat(ada.memberships()).extracting(held -> held.role()).containsExactly("user");
        assertThat(ada.hasPassword()).isFalse();
        assertThat(world.audit.actions(world.acme)).containsExactly("person.created", "person.directory-linked");
        assertThat(signIn("ada", RIGHT).id()).isEqualTo(ada.id());
        assertThat(world.personSecurity.passwordPlace(world.acme, ada.id(), administrator))
                .isEqualTo(new PasswordPlace(false, Optional.of("ldap"), Optional.empty()));
    }

    @Test
    void onlyWhereThePortalSaysSo() {
        world.pluginSettings.with(world.acme, "ldap", Map.of("createPeople", false));

        refused(Problem.FORBIDDEN, "sign-in.directory-unknown", () -> signIn("ada", RIGHT));
        wrong("ada", "engine no. 2");
        assertThat(world.personStore.findByLogin(world.acme, "ada")).isEmpty();
    }

    @Test
    void aPortalsDirectoryIsForItsPeopleAlone() {
        refused(Problem.UNAUTHENTICATED, "sign-in.wrong", () -> signIn(world.bolt, "ada", RIGHT));
    }

    @Test
    void somebodyMadeByAnAdministratorSignsInWithoutAPasswordHere() {
        Person ada = world.person(world.acme, "ada", "system-administrator");
        String token = world.token("ada@example.org");

        Person in = signIn("ada", RIGHT);

        assertThat(in.id()).isEqualTo(ada.id());
        assertThat(in.roles()).isEqualTo(Set.of("system-administrator"));
        refused(Problem.NOT_FOUND, "link.ended", () -> world.links.look(world.acme, token));
        assertThat(signIn("ada", RIGHT).email()).contains("ada@acme.example");
    }

    @Test
    void aPasswordOfOnesOwnCountsAloneAndIsNeverSentAway() {
        world.enrolled(world.acme, "ada", "correct horse");

        assertThat(signIn("ada", "correct horse").login()).isEqualTo("ada");
        assertThat(world.directory.asked).isEmpty();
        wrong("ada", RIGHT);
        assertThat(world.directory.asked).hasSize(1).doesNotContain("ada");
    }

    @Test
    void whoeverIsCalledOtherwiseInTheDirectoryIsTheSamePerson() {
        Person ada = signIn("ada", RIGHT);
        server.move("ada", "countess");

        Person countess = signIn("countess", RIGHT);

        assertThat(countess.id()).isEqualTo(ada.id());
        assertThat(countess.login()).isEqualTo("countess");
        wrong("ada", RIGHT);
    }

    @Test
    void anotherAccountUnderAnOldLoginIsNotThatPerson() {
        signIn("ada", RIGHT);
        server.move("ada", "countess");
        server.add("ada", "another one", "Ada Second", "second@acme.example", "1");

        refused(Problem.CONFLICT, "sign-in.directory-taken", () -> signIn("ada", "another one"));
        Person countess = signIn("countess", RIGHT);
        assertThat(signIn("ada", "another one").id()).isNotEqualTo(countess.id());
    }

    @Test
    void whatIsTakenHereIsNotTakenOver() {
        world.enrolled(world.acme, "bob", "correct horse");
        server.add("robert", RIGHT, "Robert", "bob@example.org", "1");

        refused(Problem.CONFLICT, "sign-in.directory-taken", () -> signIn("robert", RIGHT));
    }

    @Test
    void whatBreaksARuleOfThePortalIsLeftOut() {
        server.add("o'hara (sales)", RIGHT, "Scarlett\nO'Hara", "scarlett@acme.example", "ask the desk");

        Person scarlett = signIn("o'hara (sales)", RIGHT);

        assertThat(scarlett.login()).isEqualTo("scarlett@acme.example");
        assertThat(scarlett.name()).isEqualTo("scarlett@acme.example");
        assertThat(scarlett.phone()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED, sign-in.directory-disabled",
        "EXPIRED, sign-in.directory-expired",
        "PASSWORD_DUE, sign-in.directory-password",
        "LOCKED, sign-in.directory-locked",
        "NOT_ADMITTED, sign-in.directory-not-admitted"
    })
    void aRefusalOfTheDirectoryIsSaidToWhoKnowsThePassword(Reason reason, String code) {
        signIn("ada", RIGHT);
        server.refuse("ada", reason);

        refused(Problem.FORBIDDEN, code, () -> signIn("ada", RIGHT));
        wrong("ada", "engine no. 2");
    }

    @Test
    void whatHoldsHereHoldsForPeopleOfADirectoryToo() {
        Person ada = signIn("ada", RIGHT);
        PersonDraft off = ada.draft().edit().enabled(false).done();
        world.people.update(world.acme, ada.id(), ada.version(), off, administrator);

        wrong("ada", RIGHT);
    }

    @Test
    void aDirectoryThatIsSilentIsNamedAndOwnPasswordsWork() {
        world.enrolled(world.acme, "bob", "correct horse");
        signIn("ada", RIGHT);
        server.stop();

        assertThat(signIn("bob", "correct horse").login()).isEqualTo("bob");
        for (List<String> guess :
                List.of(List.of("ada", RIGHT), List.of("nobody", "whatever"), List.of("bob", "no horse"))) {
            refused(Problem.UNAVAILABLE, "sign-in.directory-silent", () -> signIn(guess.get(0), guess.get(1)));
        }
    }

    @Test
    void settingsThatNoLongerFitAreASilentDirectory() {
        world.enrolled(world.acme, "bob", "correct horse");
        world.pluginSettings.spoil(world.acme, "ldap");

        refused(Problem.UNAVAILABLE, "sign-in.directory-silent", () -> signIn("ada", RIGHT));
        assertThat(signIn("bob", "correct horse").login()).isEqualTo("bob");
    }

    @Test
    void everyWrongGuessAsksTheDirectoryOnce() {
        world.enrolled(world.acme, "bob", "correct horse");
        signIn("ada", RIGHT);
        int before = server.checks();

        wrong("ada", "no engine");
        wrong("bob", "no horse");
        wrong("nobody", "nothing");

        assertThat(server.checks() - before).isEqualTo(3);
    }

    @Test
    void anEmptyPasswordAsksNobody() {
        wrong("ada", "");

        assertThat(world.directory.asked).isEmpty();
    }

    @Test
    void guessesAreSlowedDownHereToo() {
        for (int guess = 0; guess < 5; guess++) {
            wrong("ada", "engine no. " + (guess + 2));
        }

        refused(Problem.LIMITED, "sign-in.too-many", () -> signIn("ada", RIGHT));
        assertThat(server.checks()).isEqualTo(5);
        world.pass(Duration.ofMinutes(1));
        signIn("ada", RIGHT);
    }

    @Test
    void theOwnWaysOfSigningInAreConfirmedByTheDirectory() {
        Entry.In entry = (Entry.In) world.signIn.begin(world.acme, "ada", RIGHT, HOME, Optional.empty());
        var caller = (Caller.Member) entry.session().caller();
        var app = world.ownSecurity.drawApp(caller);
        String code = Codes.of(app.key().secret(), world.clock.instant());

        refused(
                Problem.INVALID,
                "password.wrong",
                () -> world.ownSecurity.enrolApp(caller, app.token(), code, "no engine"));
        assertThat(world.ownSecurity.enrolApp(caller, app.token(), code, RIGHT)).isNotEmpty();
        refused(
                Problem.CONFLICT,
                "password.directory",
                () -> world.accounts.changePassword(caller, RIGHT, "battery staple"));
        assertThat(world.signIn.begin(world.acme, "ada", RIGHT, HOME, Optional.empty()))
                .isInstanceOf(Entry.Further.class);
    }

    @Test
    void aPasswordThatIsDueHereIsNotAskedOfSomebodyWithoutOne() {
        Person ada = signIn("ada", RIGHT);
        PersonDraft due = ada.draft().edit().mustChangePassword(true).done();
        world.people.update(world.acme, ada.id(), ada.version(), due, administrator);

        assertThat(signIn("ada", RIGHT).id()).isEqualTo(ada.id());
    }

    @Test
    void recoveryDoesNotGetPastTheDirectory() {
        signIn("ada", RIGHT);
        world.enrolled(world.acme, "bob", "correct horse");

        world.recovery.ask(world.acme, "ada", "192.0.2.1");
        world.recovery.ask(world.acme, "bob", "192.0.2.1");

        // One after the other, so that what is for Ada was looked at before.
        await().untilAsserted(() ->
                assertThat(world.mails.last("bob@example.org").template()).isEqualTo("recovery"));
        assertThat(world.mails.sent()).noneMatch(sent -> sent.draft().to().equals("ada@acme.example"));
    }

    @Test
    void aPasswordFromAnAdministratorEndsTheDirectorysWord() {
        Person ada = signIn("ada", RIGHT);

        world.personSecurity.setPassword(world.acme, ada.id(), "correct horse", false, administrator);

        assertThat(signIn("ada", "correct horse").id()).isEqualTo(ada.id());
        wrong("ada", RIGHT);
        assertThat(world.personSecurity.passwordPlace(world.acme, ada.id(), administrator))
                .isEqualTo(new PasswordPlace(true, Optional.empty(), Optional.empty()));
    }

    @Test
    void anAdministratorHandsSomebodyOverToTheDirectory() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        var session = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");

        world.personSecurity.useDirectory(world.acme, ada.id(), administrator);

        assertThat(world.sessions.open(world.acme, session.secret(), "192.0.2.1"))
                .isEmpty();
        wrong("ada", "correct horse");
        assertThat(signIn("ada", RIGHT).id()).isEqualTo(ada.id());
        assertThat(world.audit.actions(world.acme)).contains("person.password-removed");
    }

    @Test
    void nobodyIsHandedOverWhereNoDirectoryIs() {
        Person bob = world.enrolled(world.bolt, "bob", "correct horse");

        refused(
                Problem.CONFLICT,
                "directory.none",
                () -> world.personSecurity.useDirectory(world.bolt, bob.id(), Callers.administrator(world.bolt)));
        assertThat(world.directories.list(world.bolt))
                .containsExactly(new DirectorySignIn.DirectoryView("ldap", "Directory ldap", false));
        assertThat(world.directories.list(world.acme)).allMatch(DirectorySignIn.DirectoryView::connected);
    }

    @Test
    void whatIsKnownOfADirectoryGoesWithThePerson() {
        Person ada = signIn("ada", RIGHT);

        world.people.delete(world.acme, ada.id(), administrator);

        assertThat(world.directoryLinks.find(world.acme, ada.id())).isEmpty();
        assertThat(signIn("ada", RIGHT).id()).isNotEqualTo(ada.id());
    }
}
