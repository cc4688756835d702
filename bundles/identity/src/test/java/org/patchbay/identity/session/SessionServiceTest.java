package org.patchbay.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.identity.World;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.store.StoredSession;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.SessionsContract;

class SessionServiceTest implements SessionsContract {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Sessions sessions() {
        return world.sessions;
    }

    @Override
    public void enrol(PortalId portal, String login, String password) {
        PersonDraft draft = World.draft(login)
                .edit()
                .memberships(List.of(RoleBook.userByDefault(portal)))
                .done();
        Person person = Person.of(new PersonId(Ids.next()), portal, draft, world.clock.instant(), 1);
        world.personStore.insert(person);
        world.personStore.setPasswordHash(portal, person.id(), world.passwords.hash("/password", password));
    }

    private NewSession signIn(String login, String password) {
        return world.sessions.signIn(world.acme, login, password, ADDRESS);
    }

    private boolean isOpen(NewSession session) {
        return world.sessions.open(world.acme, session.secret(), ADDRESS).isPresent();
    }

    @Test
    void signsInByAddressWhichIsOnePersons() {
        world.enrolled(world.acme, "ada", "correct horse");
        assertThat(signIn("ADA@Example.org", "correct horse").caller()).isInstanceOf(Caller.Member.class);

        Person eve = world.person(world.acme, "eve");
        PersonDraft sameAddress =
                eve.draft().edit().email(Optional.of("ada@example.org")).done();
        assertThatThrownBy(() ->
                        world.people.update(world.acme, eve.id(), 1, sameAddress, Callers.administrator(world.acme)))
                .isInstanceOf(PatchbayException.class);

        assertThat(signIn("ada@example.org", "correct horse").caller()).isInstanceOf(Caller.Member.class);
        assertThat(signIn("Ada", "correct horse").caller()).isInstanceOf(Caller.Member.class);
    }

    @Test
    @Tag("S0.40")
    void whoIsPromotedHasTheRightsFromTheNextSignIn() {
        Person eve = world.enrolled(world.acme, "eve", "correct horse");
        NewSession before = signIn("eve", "correct horse");
        PersonDraft administrator =
                eve.draft().edit().roles(Set.of("system-owner")).done();
        world.people.update(world.acme, eve.id(), eve.version(), administrator, Callers.administrator(world.acme));
        NewSession after = signIn("eve", "correct horse");

        assertThat(rights(before)).doesNotContain(Right.MANAGE_PEOPLE, Right.MANAGE_PORTAL);
        assertThat(rights(after)).contains(Right.MANAGE_PEOPLE, Right.MANAGE_PORTAL);
    }

    private Set<Right> rights(NewSession session) {
        return world.sessions
                .open(world.acme, session.secret(), ADDRESS)
                .orElseThrow()
                .rights();
    }

    @Test
    @Tag("S1.04")
    void letsInNobodyWithoutAPasswordOrDisabled() {
        world.person(world.acme, "ada");
        assertThatThrownBy(() -> signIn("ada", "")).isInstanceOf(PatchbayException.class);

        Person eve = world.enrolled(world.acme, "eve", "correct horse");
        disable(eve);
        assertThatThrownBy(() -> signIn("eve", "correct horse"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("sign-in.wrong"));
    }

    @Test
    @Tag("S0.37")
    void endsTheSessionsOfTheDisabledAtOnce() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        NewSession session = signIn("ada", "correct horse");

        disable(ada);

        assertThat(isOpen(session)).isFalse();
    }

    private void disable(Person person) {
        PersonDraft disabled = person.draft().edit().enabled(false).done();
        world.people.update(
                person.portal(), person.id(), person.version(), disabled, Callers.administrator(person.portal()));
    }

    @Test
    @Tag("S2.16")
    @Tag("S2.17")
    @Tag("S0.36")
    void letsInFromTheFirstDayToTheLastInThePersonsZone() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        // Midnight in Auckland comes 13 hours before UTC's in January.
        PersonDraft dated = ada.draft()
                .edit()
                .zone(Optional.of("Pacific/Auckland"))
                .activeFrom(Optional.of(LocalDate.of(2026, 1, 2)))
                .activeUntil(Optional.of(LocalDate.of(2026, 1, 3)))
                .done();
        Person pending =
                world.people.update(world.acme, ada.id(), ada.version(), dated, Callers.administrator(world.acme));

        assertThat(pending.status()).isEqualTo(PersonStatus.PENDING);
        assertThatThrownBy(() -> signIn("ada", "correct horse")).isInstanceOf(PatchbayException.class);
        world.pass(Duration.ofHours(11));
        NewSession session = signIn("ada", "correct horse");
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(4));
        assertThat(isOpen(session)).isFalse();
        assertThatThrownBy(() -> signIn("ada", "correct horse")).isInstanceOf(PatchbayException.class);
        assertThat(world.people.find(world.acme, ada.id()).orElseThrow().status())
                .isEqualTo(PersonStatus.EXPIRED);
    }

    @Test
    void storesNoSecret() {
        world.enrolled(world.acme, "ada", "correct horse");
        NewSession session = signIn("ada", "correct horse");

        StoredSession stored = world.sessionStore
                .find(world.acme, Secret.hash(session.secret()))
                .orElseThrow();
        assertThat(session.secret()).hasSize(43);
        assertThat(stored.toString()).doesNotContain(session.secret()).doesNotContain(session.csrfToken());
    }

    @Test
    void endsWhatNobodyUses() {
        world.enrolled(world.acme, "ada", "correct horse");
        NewSession used = signIn("ada", "correct horse");
        NewSession unused = signIn("ada", "correct horse");

        world.pass(Duration.ofHours(11));
        assertThat(isOpen(used)).isTrue();
        world.pass(Duration.ofHours(2));

        assertThat(isOpen(used)).isTrue();
        assertThat(isOpen(unused)).isFalse();
    }

    @Test
    void endsEverySessionSomeDay() {
        world.enrolled(world.acme, "ada", "correct horse");
        NewSession session = signIn("ada", "correct horse");

        for (int hours = 0; hours < 13 * 24; hours += 6) {
            world.pass(Duration.ofHours(6));
            assertThat(isOpen(session)).isTrue();
        }
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(11));
        assertThat(isOpen(session)).isTrue();
        world.pass(Duration.ofHours(2));
        assertThat(isOpen(session)).isFalse();
    }

    @Test
    void aVisitEndsWithItsMeeting() {
        NewSession visit = world.sessions.admitGuest(world.acme, "m1", "Gus", new Caller.Nobody(world.acme, ADDRESS));
        NewSession other = world.sessions.admitGuest(world.acme, "m2", "Gus", new Caller.Nobody(world.acme, ADDRESS));
        NewSession elsewhere =
                world.sessions.admitGuest(world.bolt, "m1", "Gus", new Caller.Nobody(world.bolt, ADDRESS));

        world.guestExit.on(event("meeting.started"));
        assertThat(isOpen(visit)).isTrue();
        world.guestExit.on(event("meeting.ended"));

        assertThat(isOpen(visit)).isFalse();
        assertThat(isOpen(other)).isTrue();
        assertThat(world.sessions.open(world.bolt, elsewhere.secret(), ADDRESS)).isPresent();
    }

    private Event event(String type) {
        return new Event(
                Ids.next(), "/meetings", type, world.acme, "m1", world.clock.instant(), Optional.empty(), 1, "{}");
    }

    @Test
    void tellsWhoSignedInAndOut() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        int before = world.events.published("person.signed-in").size();
        NewSession session = signIn("ada", "correct horse");
        world.sessions.signOut(world.acme, ((Caller.Member) session.caller()).session());

        assertThat(world.events.published("person.signed-in")).hasSize(before + 1);
        assertThat(world.events.published("person.signed-out"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.subject()).isEqualTo(ada.id().value()))
                .satisfies(event -> assertThat(event.portal()).isEqualTo(world.acme));
    }

    @Test
    void slowsGuessingDown() {
        world.enrolled(world.acme, "ada", "correct horse");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn("ada", "wrong horse"))
                    .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.UNAUTHENTICATED));
        }

        assertThatThrownBy(() -> signIn("ada", "correct horse")).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.LIMITED);
            assertThat(e.params().get("retryAfter")).isEqualTo(1L);
        });
        world.pass(Duration.ofSeconds(1));
        assertThat(isOpen(signIn("ada", "correct horse"))).isTrue();
        assertThat(isOpen(signIn("ada", "correct horse"))).isTrue();
    }

    @Test
    void sweepsWhatHasExpired() throws Exception {
        world.enrolled(world.acme, "ada", "correct horse");
        NewSession session = signIn("ada", "correct horse");
        world.pass(Duration.ofHours(13));
        List<String> ended = new java.util.concurrent.CopyOnWriteArrayList<>();

        try (var listening = world.sessions.onEnd(ended::add)) {
            var sweep = new SessionSweep(
                    world.sessionStore,
                    world.linkStore,
                    world.ends,
                    new org.patchbay.testing.store.InMemoryUnitOfWork(),
                    world.cluster,
                    world.clock);
            sweep.sweep();
            sweep.stop();
            String id = ((Caller.Member) session.caller()).session();
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(ended).contains(id));
        }
        assertThat(world.sessionStore.find(world.acme, Secret.hash(session.secret())))
                .isEmpty();
    }
}
