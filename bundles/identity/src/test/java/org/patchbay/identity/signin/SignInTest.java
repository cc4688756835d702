package org.patchbay.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.api.identity.SignInStep;
import org.patchbay.identity.World;
import org.patchbay.identity.factor.Codes;
import org.patchbay.identity.factor.SignInPolicies;
import org.patchbay.testing.identity.Callers;

class SignInTest {

    private static final Client HOME =
            Client.of("192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
    private static final Client AWAY = Client.at("198.51.100.1");

    private final World world = new World();
    private Person ada = world.enrolled(world.acme, "ada", "correct horse");
    private final Caller.Member administrator = Callers.administrator(world.acme);

    @BeforeEach
    void onTheHour() {
        ada = present();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Person present() {
        return world.people.find(world.acme, ada.id()).orElseThrow();
    }

    private Entry begin(Client client) {
        return world.signIn.begin(world.acme, "ada", "correct horse", client, Optional.empty());
    }

    private SignInStep step() {
        return ((Entry.Further) begin(HOME)).step();
    }

    private Entry code(SignInStep step, String code) {
        return world.signIn.code(world.acme, step.token(), code, HOME);
    }

    private static NewSession in(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.In.class);
        return ((Entry.In) entry).session();
    }

    private static void refused(
            Problem problem, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                    .isEqualTo(code);
        });
    }

    /** Sets an app up on the own account; answers its secret. */
    private String enrol() {
        var caller = (Caller.Member) in(begin(HOME)).caller();
        var app = world.ownSecurity.drawApp(caller);
        world.ownSecurity.enrolApp(
                caller, app.token(), Codes.of(app.key().secret(), world.clock.instant()), "correct horse");
        world.pass(Duration.ofSeconds(90));
        return app.key().secret();
    }

    @Test
    void theKeyOfAnAppIsForWhomItWasDrawn() {
        var caller = (Caller.Member) in(begin(HOME)).caller();
        world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        Person eve = world.people
                .list(world.acme, Optional.of("eve"), PageRequest.first(1))
                .items()
                .get(0);
        var hers = Caller.Member.of(eve, "s", Callers.ADDRESS);
        var app = world.ownSecurity.drawApp(hers);
        String code = Codes.of(app.key().secret(), world.clock.instant());

        refused(
                Problem.INVALID,
                "factor.token",
                () -> world.ownSecurity.enrolApp(caller, app.token(), code, "correct horse"));
        refused(
                Problem.INVALID,
                "factor.token",
                () -> world.ownSecurity.enrolApp(caller, "v1.x.y", code, "correct horse"));
    }

    @Test
    void aPasswordIsEnoughWhereNothingElseIsAsked() {
        NewSession session = in(begin(HOME));

        assertThat(world.sessions.open(world.acme, session.secret(), "192.0.2.1"))
                .isPresent();
        assertThat(world.book.list(world.acme, ada.id(), Optional.empty()))
                .anySatisfy(shown -> assertThat(shown.device()).isEqualTo("Firefox on Linux"));
    }

    @Test
    void remembersWhenSomebodySignedInLast() {
        world.pass(Duration.ofDays(1));
        long version = present().version();
        in(begin(HOME));

        assertThat(present().lastSignIn()).contains(world.clock.instant());
        assertThat(present().version()).isEqualTo(version);
    }

    @Test
    @Tag("S2.25")
    @Tag("S3.21")
    void asksForACodeOnceAnAppIsSetUp() {
        String secret = enrol();
        assertThat(present().secondFactor()).isTrue();
        SignInStep step = step();

        assertThat(step.kind()).isEqualTo("second-factor");
        assertThat(step.factors()).containsExactlyInAnyOrder("app", "recovery-code");
        refused(Problem.INVALID, "code.wrong", () -> code(step, "000000"));
        in(code(step, Codes.of(secret, world.clock.instant())));
        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> code(step, Codes.of(secret, world.clock.instant())));
    }

    @Test
    @Tag("S3.14")
    void aProgramSaysTheCodeWithThePassword() {
        String secret = enrol();
        refused(
                Problem.UNAUTHENTICATED,
                "sign-in.further",
                () -> world.sessions.signIn(world.acme, "ada", "correct horse", Optional.empty(), "192.0.2.1"));
        refused(
                Problem.INVALID,
                "code.wrong",
                () -> world.sessions.signIn(world.acme, "ada", "correct horse", Optional.of("000000"), "192.0.2.1"));
        String code = Codes.of(secret, world.clock.instant());
        refused(
                Problem.UNAUTHENTICATED,
                "sign-in.wrong",
                () -> world.sessions.signIn(world.acme, "ada", "wrong horse", Optional.of(code), "192.0.2.1"));
        NewSession session = world.sessions.signIn(world.acme, "ada", "correct horse", Optional.of(code), "192.0.2.1");
        assertThat(session.caller().personId()).contains(ada.id());
        refused(
                Problem.INVALID,
                "code.wrong",
                () -> world.sessions.signIn(world.acme, "ada", "correct horse", Optional.of(code), "192.0.2.1"));
    }

    @Test
    @Tag("S2.25")
    void takesEachCodeOnce() {
        String secret = enrol();
        String code = Codes.of(secret, world.clock.instant());
        in(code(step(), code));

        refused(Problem.INVALID, "code.wrong", () -> code(step(), code));
        world.pass(Duration.ofSeconds(30));
        in(code(step(), Codes.of(secret, world.clock.instant())));
    }

    @Test
    void aStepIsForItsAddressItsPortalAndAShortWhile() {
        String secret = enrol();
        SignInStep step = step();
        String code = Codes.of(secret, world.clock.instant());

        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> world.signIn.code(world.acme, step.token(), code, AWAY));
        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> world.signIn.code(world.bolt, step.token(), code, HOME));
        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> world.signIn.code(world.acme, "garbage", code, HOME));
        refused(
                Problem.NOT_FOUND,
                "sign-in.step-ended",
                () -> world.signIn.newPassword(world.acme, step.token(), "battery staple", HOME));
        world.pass(Duration.ofMinutes(5));
        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> code(step, Codes.of(secret, world.clock.instant())));
    }

    @Test
    void fiveAttemptsAreAllThereAre() {
        String secret = enrol();
        SignInStep step = step();
        for (int i = 0; i < 5; i++) {
            refused(Problem.INVALID, "code.wrong", () -> code(step, "000000"));
        }

        refused(Problem.NOT_FOUND, "sign-in.step-ended", () -> code(step, Codes.of(secret, world.clock.instant())));
        SignInStep again = step();
        refused(Problem.LIMITED, "sign-in.too-many", () -> code(again, Codes.of(secret, world.clock.instant())));
    }

    @Test
    @Tag("S2.26")
    void aResetKeyIsSetUpAnewAtTheNextSignIn() {
        enrol();
        world.personSecurity.resetSecondFactor(world.acme, ada.id(), administrator);

        assertThat(present().secondFactor()).isFalse();
        SignInStep step = step();
        assertThat(step.kind()).isEqualTo("enrolment");
        SignInStep.AppKey key = step.enrolment().orElseThrow();
        assertThat(key.uri()).startsWith("otpauth://totp/Acme:ada?secret=" + key.secret());
        Entry entry = code(step, Codes.of(key.secret(), world.clock.instant()));
        in(entry);
        assertThat(entry.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(world.events.published("person.second-factor-reset")).hasSize(1);
        assertThat(world.audit.actions(world.acme)).contains("person.second-factor-reset");
    }

    @Test
    @Tag("S2.24")
    void anAdministratorSwitchesItOnAndOff() {
        world.personSecurity.require(world.acme, ada.id(), true, administrator);
        assertThat(step().kind()).isEqualTo("enrolment");

        world.personSecurity.require(world.acme, ada.id(), false, administrator);
        in(begin(HOME));
    }

    @Test
    @Tag("S2.24")
    void whoHasNoSecondFactorSignsInAgainWhenOneIsAsked() {
        NewSession hers = in(begin(HOME));
        world.personSecurity.require(world.acme, ada.id(), true, administrator);
        assertThat(world.book.open(world.acme, hers.secret(), HOME.address())).isEmpty();
        world.personSecurity.require(world.acme, ada.id(), false, administrator);

        NewSession own = in(begin(HOME));
        var everybody = new SignInPolicies.SignInPolicyDraft("everybody", Set.of(), 128);
        world.policies.save(world.acme, 0, everybody, own.caller());

        assertThat(world.book.open(world.acme, own.secret(), HOME.address())).isEmpty();
    }

    @Test
    @Tag("S2.24")
    void whoHasASecondFactorStaysWhenOneIsAsked() {
        enrol();
        NewSession hers = world.book.begin(present(), HOME.address(), "here");

        world.personSecurity.require(world.acme, ada.id(), true, administrator);
        var everybody = new SignInPolicies.SignInPolicyDraft("everybody", Set.of(), 128);
        world.policies.save(world.acme, 0, everybody, administrator);

        assertThat(world.book.open(world.acme, hers.secret(), HOME.address())).isPresent();
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        world.personSecurity.require(world.acme, ada.id(), true, administrator);
        SignInStep step = step();
        String secret = step.enrolment().orElseThrow().secret();
        List<String> codes = code(step, Codes.of(secret, world.clock.instant())).recoveryCodes();
        assertThat(codes.get(0)).matches("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}");

        in(code(step(), codes.get(0).toLowerCase(java.util.Locale.ROOT)));
        refused(Problem.INVALID, "code.wrong", () -> code(step(), codes.get(0)));
        in(code(step(), codes.get(1).replace("-", " ")));
        assertThat(world.personSecurity
                        .look(world.acme, ada.id(), administrator)
                        .codesLeft())
                .isEqualTo(8);
    }

    @Test
    void aPortalAsksItOfEverybodyOrOfRoles() {
        var ofOwners = new SignInPolicies.SignInPolicyDraft("roles", Set.of("system-owner"), 128);
        world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        world.policies.save(world.acme, 0, ofOwners, administrator);
        in(begin(HOME));
        assertThat(world.signIn.begin(world.acme, "eve", "battery staple", HOME, Optional.empty()))
                .isInstanceOf(Entry.Further.class);

        world.policies.save(
                world.acme, 1, new SignInPolicies.SignInPolicyDraft("everybody", Set.of(), 128), administrator);
        assertThat(step().kind()).isEqualTo("enrolment");
        refused(Problem.STALE, "stale", () -> world.policies.save(world.acme, 1, ofOwners, administrator));
    }

    @Test
    @Tag("S1.35")
    void aPasswordSetByAnAdministratorIsChangedBeforeAnythingElse() {
        NewSession before = in(begin(HOME));
        world.personSecurity.setPassword(world.acme, ada.id(), "battery staple", true, administrator);
        assertThat(world.sessions.open(world.acme, before.secret(), "192.0.2.1"))
                .isEmpty();

        var entry = (Entry.Further) world.signIn.begin(world.acme, "ada", "battery staple", HOME, Optional.empty());
        assertThat(entry.step().kind()).isEqualTo("new-password");
        refused(
                Problem.INVALID,
                "password.same",
                () -> world.signIn.newPassword(world.acme, entry.step().token(), "battery staple", HOME));
        in(world.signIn.newPassword(world.acme, entry.step().token(), "a horse of my own", HOME));

        assertThat(present().mustChangePassword()).isFalse();
        in(world.signIn.begin(world.acme, "ada", "a horse of my own", HOME, Optional.empty()));
        assertThat(world.audit.last(world.acme).toString()).doesNotContain("horse");
    }

    @Test
    void nobodySetsThePasswordOfTheirOwnOrOfWhoMayDoMore() {
        Person eve = world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        var self = Caller.Member.of(eve, "s", "192.0.2.1");

        refused(
                Problem.FORBIDDEN,
                "person.own",
                () -> world.personSecurity.setPassword(world.acme, eve.id(), "another horse", false, self));
        refused(
                Problem.NOT_FOUND,
                "person.unknown",
                () -> world.personSecurity.setPassword(
                        world.acme, eve.id(), "another horse", false, Callers.user(world.acme)));
    }

    private void change(PersonDraft draft) {
        world.people.update(world.acme, ada.id(), present().version(), draft, administrator);
    }

    @Test
    @Tag("S2.29")
    void letsNobodyInFromAnotherNetworkAndSaysTheSame() {
        NewSession away = in(begin(AWAY));
        change(present().draft().edit().networks(List.of("192.0.2.0/24")).done());

        refused(Problem.UNAUTHENTICATED, "sign-in.wrong", () -> begin(AWAY));
        assertThat(world.sessions.open(world.acme, away.secret(), AWAY.address()))
                .isEmpty();
        NewSession home = in(begin(HOME));
        assertThat(world.sessions.open(world.acme, home.secret(), "192.0.2.1")).isPresent();
        assertThat(world.sessions.open(world.acme, home.secret(), "198.51.100.7"))
                .isEmpty();
    }

    @Test
    @Tag("X.02")
    void anExpiredAccountEndsWithItsDay() {
        change(present()
                .draft()
                .edit()
                .activeUntil(Optional.of(LocalDate.parse("2026-01-01")))
                .done());
        NewSession session = in(begin(HOME));
        world.pass(Duration.ofHours(10));
        assertThat(world.sessions.open(world.acme, session.secret(), "192.0.2.1"))
                .isPresent();

        world.pass(Duration.ofHours(15));

        assertThat(world.sessions.open(world.acme, session.secret(), "192.0.2.1"))
                .isEmpty();
        refused(Problem.UNAUTHENTICATED, "sign-in.wrong", () -> begin(HOME));
    }

    @Test
    void aLinkDoesNotGoAroundTheSecondFactor() {
        enrol();
        world.people.invite(world.acme, ada.id(), administrator);
        Entry entry =
                world.links.use(world.acme, world.token("ada@example.org"), "battery staple", HOME, Optional.empty());

        assertThat(entry).isInstanceOf(Entry.Further.class);
    }

    @Test
    void endsSessionsOfOneselfAndOfOthers() {
        NewSession one = in(begin(HOME));
        NewSession other = in(begin(AWAY));
        String id = ((Caller.Member) other.caller()).session();

        assertThat(world.personSecurity.sessions(world.acme, ada.id(), administrator))
                .extracting(shown -> shown.address())
                .contains("192.0.2.1", "198.51.100.1");
        world.personSecurity.endSession(world.acme, ada.id(), id, administrator);
        assertThat(world.sessions.open(world.acme, other.secret(), AWAY.address()))
                .isEmpty();
        refused(
                Problem.NOT_FOUND,
                "session.unknown",
                () -> world.personSecurity.endSession(world.acme, ada.id(), id, administrator));
        world.personSecurity.endSessions(world.acme, ada.id(), administrator);
        assertThat(world.sessions.open(world.acme, one.secret(), "192.0.2.1")).isEmpty();
    }
}
