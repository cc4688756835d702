package org.patchbay.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.identity.Sessions.NewSession;

/** What sessions do, the real ones and the fake. */
public interface SessionsContract {

    PortalId ACME = new PortalId("01000000-0000-7000-8000-00000000000a");
    PortalId BOLT = new PortalId("01000000-0000-7000-8000-00000000000b");
    String ADDRESS = "192.0.2.1";

    Sessions sessions();

    /** Makes a user of this portal who may sign in. */
    void enrol(PortalId portal, String login, String password);

    @Test
    default void signsIn() {
        enrol(ACME, "ada", "correct horse");

        NewSession session = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        var open = sessions().open(ACME, session.secret(), ADDRESS).orElseThrow();

        assertThat(open.caller()).isEqualTo(session.caller()).isInstanceOf(Caller.Member.class);
        assertThat(open.csrfToken()).isEqualTo(session.csrfToken()).isNotEqualTo(session.secret());
        assertThat(open.rights()).contains(Right.OWN_ACCOUNT).doesNotContain(Right.MANAGE_PEOPLE);
    }

    @Test
    default void theCallerComesFromThePresentAddress() {
        enrol(ACME, "ada", "correct horse");
        NewSession session = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        NewSession visit = sessions().admitGuest(ACME, "m1", "Gus", new Caller.Nobody(ACME, ADDRESS));

        assertThat(session.caller().address()).isEqualTo(ADDRESS);
        assertThat(visit.caller().address()).isEqualTo(ADDRESS);
        for (NewSession any : List.of(session, visit)) {
            assertThat(sessions()
                            .open(ACME, any.secret(), "2001:db8::1")
                            .orElseThrow()
                            .caller()
                            .address())
                    .isEqualTo("2001:db8::1");
        }
    }

    @Test
    default void saysTheSameForEveryWrongGuess() {
        enrol(ACME, "ada", "correct horse");
        enrol(BOLT, "bob", "battery staple");

        List<String> answers = List.of(
                refusal("ada", "wrong horse"), refusal("nobody", "correct horse"), refusal("bob", "battery staple"));

        assertThat(answers).containsOnly(answers.get(0));
    }

    private String refusal(String login, String password) {
        try {
            sessions().signIn(ACME, login, password, ADDRESS);
            throw new AssertionError(login + " signed in");
        } catch (PatchbayException e) {
            assertThat(e.problem()).isEqualTo(Problem.UNAUTHENTICATED);
            return e.code() + " " + e.getMessage();
        }
    }

    @Test
    default void aSessionIsOfItsPortalAlone() {
        enrol(ACME, "ada", "correct horse");
        NewSession session = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);

        assertThat(sessions().open(BOLT, session.secret(), ADDRESS)).isEmpty();
        assertThat(sessions().open(ACME, "x" + session.secret(), ADDRESS)).isEmpty();
        sessions().signOut(BOLT, id(session));
        assertThat(sessions().open(ACME, session.secret(), ADDRESS)).isPresent();
    }

    @Test
    default void tellsOfTheEnd() throws Exception {
        enrol(ACME, "ada", "correct horse");
        NewSession one = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        NewSession other = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        List<String> ended = new CopyOnWriteArrayList<>();

        try (var listening = sessions().onEnd(ended::add)) {
            sessions().signOut(ACME, id(one));
            await().untilAsserted(() -> assertThat(ended).containsExactly(id(one)));
        }

        assertThat(sessions().open(ACME, one.secret(), ADDRESS)).isEmpty();
        assertThat(sessions().open(ACME, other.secret(), ADDRESS)).isPresent();
    }

    @Test
    default void signsOutEverywhere() throws Exception {
        enrol(ACME, "ada", "correct horse");
        enrol(ACME, "eve", "correct horse");
        NewSession one = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        NewSession other = sessions().signIn(ACME, "ada", "correct horse", ADDRESS);
        NewSession eve = sessions().signIn(ACME, "eve", "correct horse", ADDRESS);
        List<String> ended = new CopyOnWriteArrayList<>();

        try (var listening = sessions().onEnd(ended::add)) {
            sessions().signOutEverywhere(ACME, one.caller().personId().orElseThrow());
            await().untilAsserted(() -> assertThat(ended).containsExactlyInAnyOrder(id(one), id(other)));
        }

        assertThat(sessions().open(ACME, other.secret(), ADDRESS)).isEmpty();
        assertThat(sessions().open(ACME, eve.secret(), ADDRESS)).isPresent();
    }

    @Test
    default void aGuestsSessionIsForOneMeeting() {
        NewSession session = sessions().admitGuest(ACME, "m1", "Gus", new Caller.Nobody(ACME, ADDRESS));

        assertThat(session.caller()).isInstanceOfSatisfying(Caller.Guest.class, guest -> {
            assertThat(guest.portal()).isEqualTo(ACME);
            assertThat(guest.meeting()).isEqualTo("m1");
            assertThat(guest.name()).isEqualTo("Gus", ADDRESS);
        });
        var open = sessions().open(ACME, session.secret(), ADDRESS).orElseThrow();
        assertThat(open.caller()).isEqualTo(session.caller());
        assertThat(open.rights()).containsExactlyInAnyOrder(Right.ANYONE, Right.TAKE_PART);
        sessions().signOut(ACME, id(session));
        assertThat(sessions().open(ACME, session.secret(), ADDRESS)).isEmpty();
    }

    @Test
    default void aGuestWhoComesAgainIsTheSameUnderAnotherName() {
        NewSession first = sessions().admitGuest(ACME, "m1", "Gus", new Caller.Nobody(ACME, ADDRESS));
        NewSession again = sessions().admitGuest(ACME, "m1", "Gus of Acme", first.caller());
        NewSession elsewhere = sessions().admitGuest(ACME, "m2", "Gus", again.caller());

        assertThat(id(again)).isEqualTo(id(first)).isNotEqualTo(id(elsewhere));
        assertThat(sessions().open(ACME, first.secret(), ADDRESS)).isEmpty();
        assertThat(sessions().open(ACME, again.secret(), ADDRESS).orElseThrow().caller())
                .isEqualTo(again.caller())
                .isNotEqualTo(first.caller());
        assertThat(sessions().open(ACME, elsewhere.secret(), ADDRESS)).isPresent();
    }

    @Test
    default void anEndTwiceIsHarmless() {
        NewSession session = sessions().admitGuest(ACME, "m1", "Gus", new Caller.Nobody(ACME, ADDRESS));
        sessions().signOut(ACME, id(session));
        sessions().signOut(ACME, id(session));
        sessions().signOut(ACME, "garbage");
        assertThatThrownBy(() -> sessions().signIn(ACME, "", "", ADDRESS)).isInstanceOf(PatchbayException.class);
    }

    private static String id(NewSession session) {
        return session.caller() instanceof Caller.Member member
                ? member.session()
                : ((Caller.Guest) session.caller()).id();
    }
}
