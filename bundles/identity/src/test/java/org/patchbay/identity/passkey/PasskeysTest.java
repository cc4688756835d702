package org.patchbay.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.SignInStep;
import org.patchbay.identity.World;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.testing.identity.Callers;

class PasskeysTest {

    private static final String ORIGIN = "https://acme.example";
    private static final String EVIL = "https://evil.example";
    private static final Client HOME = Client.at(Callers.ADDRESS);

    private final World world = new World();
    private final Person ada = world.enrolled(world.acme, "ada", "correct horse");
    private final Caller.Member caller = Caller.Member.of(ada, "s1", Callers.ADDRESS);
    private SoftAuthenticator key;

    @BeforeEach
    void add() throws GeneralSecurityException {
        key = new SoftAuthenticator("acme.example");
        var question = world.ownSecurity.askPasskey(caller, ORIGIN);
        assertThat(question.relyingParty()).isEqualTo("acme.example");
        world.ownSecurity.addPasskey(
                caller,
                ORIGIN,
                question.token(),
                "Laptop",
                "correct horse",
                key.register(ORIGIN, question.challenge()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static void refused(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private SignInStep step() {
        return ((Entry.Further) world.signIn.begin(world.acme, "ada", "correct horse", HOME, Optional.of(ORIGIN)))
                .step();
    }

    private Entry second(SignInStep step, Passkeys.PasskeyAssertion assertion, String origin) {
        return world.signIn.passkey(world.acme, step.token(), assertion, HOME, origin);
    }

    private static String challenge(SignInStep step) {
        return step.passkey().orElseThrow().challenge();
    }

    @Test
    void isASecondFactor() throws GeneralSecurityException {
        SignInStep step = step();
        assertThat(step.factors()).containsExactly("passkey");
        assertThat(step.passkey().orElseThrow().credentials()).hasSize(1);

        key.verifies = false;
        assertThat(second(step, key.answer(ORIGIN, challenge(step), ada.id()), ORIGIN))
                .isInstanceOf(Entry.In.class);
        assertThat(world.passkeys.list(world.acme, ada.id()).get(0).lastUsed()).isPresent();
    }

    @Test
    @Tag("S2.24")
    void isSetUpWhereASecondFactorIsAsked() throws GeneralSecurityException {
        Caller administrator = Callers.administrator(world.acme);
        world.personSecurity.resetSecondFactor(world.acme, ada.id(), administrator);
        SignInStep step = step();
        assertThat(step.kind()).isEqualTo("enrolment");
        assertThat(step.factors()).containsExactlyInAnyOrder("app", "passkey");
        SignInStep.NewPasskeyQuestion question = step.newPasskey().orElseThrow();
        var other = new SoftAuthenticator("acme.example");
        var evil = other.register(EVIL, question.challenge());
        refused(Problem.INVALID, () -> world.signIn.newPasskey(world.acme, step.token(), "Phone", evil, HOME, ORIGIN));

        Entry entry = world.signIn.newPasskey(
                world.acme, step.token(), "Phone", other.register(ORIGIN, question.challenge()), HOME, ORIGIN);

        assertThat(entry).isInstanceOf(Entry.In.class);
        assertThat(entry.recoveryCodes()).hasSize(10);
        assertThat(world.audit.actions(world.acme)).contains("person.passkey-set-up");
        assertThat(step().kind()).isEqualTo("second-factor");
        var again = new SoftAuthenticator("acme.example").register(ORIGIN, question.challenge());
        refused(
                Problem.NOT_FOUND,
                () -> world.signIn.newPasskey(world.acme, step.token(), "Again", again, HOME, ORIGIN));
    }

    @Test
    void isEnoughByItselfIfItVerifiesItsUser() throws GeneralSecurityException {
        var asked = world.passkeys.askAny(world.acme, ORIGIN);
        assertThat(asked.question().userVerification()).isEqualTo("required");
        var answer = key.answer(ORIGIN, asked.question().challenge(), ada.id());

        assertThat(world.signIn.solePasskey(world.acme, asked.token(), answer, HOME, ORIGIN))
                .isInstanceOf(Entry.In.class);

        var again = world.passkeys.askAny(world.acme, ORIGIN);
        key.verifies = false;
        var unverified = key.answer(ORIGIN, again.question().challenge(), ada.id());
        refused(
                Problem.UNAUTHENTICATED,
                () -> world.signIn.solePasskey(world.acme, again.token(), unverified, HOME, ORIGIN));
    }

    @Test
    void aChallengeIsAnsweredOnce() throws GeneralSecurityException {
        var asked = world.passkeys.askAny(world.acme, ORIGIN);
        var answer = key.answer(ORIGIN, asked.question().challenge(), ada.id());
        world.signIn.solePasskey(world.acme, asked.token(), answer, HOME, ORIGIN);

        refused(Problem.INVALID, () -> world.signIn.solePasskey(world.acme, asked.token(), answer, HOME, ORIGIN));
        var other = world.passkeys.askAny(world.acme, ORIGIN);
        refused(
                Problem.UNAUTHENTICATED,
                () -> world.signIn.solePasskey(world.acme, other.token(), answer, HOME, ORIGIN));
    }

    @Test
    void aChallengeExpires() throws GeneralSecurityException {
        var asked = world.passkeys.askAny(world.acme, ORIGIN);
        var answer = key.answer(ORIGIN, asked.question().challenge(), ada.id());
        world.pass(Duration.ofMinutes(5));

        refused(Problem.INVALID, () -> world.signIn.solePasskey(world.acme, asked.token(), answer, HOME, ORIGIN));
    }

    @Test
    void isOfItsOriginAlone() throws GeneralSecurityException {
        SignInStep step = step();

        refused(Problem.UNAUTHENTICATED, () -> second(step, key.answer(EVIL, challenge(step), ada.id()), ORIGIN));
        refused(Problem.UNAUTHENTICATED, () -> second(step, key.answer(EVIL, challenge(step), ada.id()), EVIL));
    }

    @Test
    void isOfItsPortalAlone() throws GeneralSecurityException {
        var asked = world.passkeys.askAny(world.bolt, ORIGIN);
        var answer = key.answer(ORIGIN, asked.question().challenge(), ada.id());

        refused(
                Problem.UNAUTHENTICATED,
                () -> world.signIn.solePasskey(world.bolt, asked.token(), answer, HOME, ORIGIN));
        var own = world.passkeys.askAny(world.acme, ORIGIN);
        var ownAnswer = key.answer(ORIGIN, own.question().challenge(), ada.id());
        refused(Problem.INVALID, () -> world.signIn.solePasskey(world.bolt, own.token(), ownAnswer, HOME, ORIGIN));
    }

    @Test
    void isOfItsPersonAlone() throws GeneralSecurityException {
        Person eve = world.enrolled(world.acme, "eve", "battery staple");
        world.personSecurity.require(world.acme, eve.id(), false, Callers.administrator(world.acme));
        var asked = world.passkeys.askAny(world.acme, ORIGIN);
        var answer = key.answer(ORIGIN, asked.question().challenge(), eve.id());

        refused(
                Problem.UNAUTHENTICATED,
                () -> world.signIn.solePasskey(world.acme, asked.token(), answer, HOME, ORIGIN));
    }

    @Test
    void aCopyIsFoundOutByItsCounter() throws GeneralSecurityException {
        SignInStep first = step();
        second(first, key.answer(ORIGIN, challenge(first), ada.id()), ORIGIN);
        key.rewind();
        SignInStep again = step();

        refused(Problem.UNAUTHENTICATED, () -> second(again, key.answer(ORIGIN, challenge(again), ada.id()), ORIGIN));
    }

    @Test
    void isAddedForTheSessionThatAskedAndWithThePassword() throws GeneralSecurityException {
        var other = new SoftAuthenticator("acme.example");
        var question = world.ownSecurity.askPasskey(caller, ORIGIN);
        var elsewhere = Caller.Member.of(ada, "s2", Callers.ADDRESS);
        var registration = other.register(ORIGIN, question.challenge());

        refused(
                Problem.INVALID,
                () -> world.ownSecurity.addPasskey(
                        elsewhere, ORIGIN, question.token(), "Phone", "correct horse", registration));
        refused(
                Problem.INVALID,
                () -> world.ownSecurity.addPasskey(caller, ORIGIN, question.token(), "Phone", "wrong", registration));
        refused(
                Problem.INVALID,
                () -> world.ownSecurity.addPasskey(
                        caller,
                        ORIGIN,
                        question.token(),
                        "Phone",
                        "correct horse",
                        other.register(EVIL, question.challenge())));
    }

    @Test
    void goesAgain() {
        String id = world.passkeys.list(world.acme, ada.id()).get(0).id();
        assertThat(world.audit.actions(world.acme)).contains("person.passkey-added");
        world.ownSecurity.renamePasskey(caller, id, "Old laptop");
        assertThat(world.audit.last(world.acme)).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("person.passkey-renamed");
            assertThat(entry.person()).contains(ada.id());
            assertThat(entry.before()).isEqualTo(Map.of("passkey", "Laptop"));
            assertThat(entry.after()).isEqualTo(Map.of("passkey", "Old laptop"));
        });
        world.personSecurity.require(world.acme, ada.id(), true, Callers.administrator(world.acme));
        refused(Problem.CONFLICT, () -> world.ownSecurity.removePasskey(caller, id));
    }

    @Test
    void tellsTheAuditThatItWent() {
        String id = world.passkeys.list(world.acme, ada.id()).get(0).id();

        world.ownSecurity.removePasskey(caller, id);

        assertThat(world.audit.last(world.acme)).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("person.passkey-removed");
            assertThat(entry.before()).isEqualTo(Map.of("passkey", "Laptop"));
            assertThat(entry.address()).contains(Callers.ADDRESS);
        });
    }
}
