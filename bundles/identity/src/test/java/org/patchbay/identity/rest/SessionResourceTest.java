package org.patchbay.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.session.SessionView;
import org.patchbay.identity.World;
import org.patchbay.spi.web.ClientAddress;
import org.patchbay.testing.identity.Callers;

class SessionResourceTest {

    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.1");

    private final World world = new World();
    private final SessionAnswers answers =
            new SessionAnswers(world.sessions, world.people, world.portals, world.access, world.zones);
    private final SessionResource resource = new SessionResource(world.signIn, world.sessions, answers);

    @BeforeEach
    void enrol() {
        world.enrolled(world.acme, "ada", "correct horse", "system-owner");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Response signIn() {
        return signIn(Callers.nobody(world.acme));
    }

    private Response signIn(Caller caller) {
        return resource.signIn(new SessionResource.Credentials("ada", "correct horse"), caller, null, null);
    }

    private static String secret(Response answer) {
        String cookie = answer.getHeaderString("Set-Cookie");
        assertThat(cookie).matches("__Host-patchbay=[\\w-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        return cookie.substring("__Host-patchbay=".length(), cookie.indexOf(';'));
    }

    private Caller caller(String secret) {
        return world.sessions
                .open(world.acme, secret, ADDRESS.value())
                .orElseThrow()
                .caller();
    }

    @Test
    void tellsNobodyAboutThePortalAlone() {
        SessionView view = resource.get(Callers.nobody(world.acme), null);

        assertThat(view.signedIn()).isFalse();
        assertThat(view.portal().name()).isEqualTo("Acme");
        assertThat(view.rights()).containsExactly(Right.ANYONE);
        assertThat(view.csrfToken()).isEmpty();
    }

    @Test
    void tellsATokenWhatItMayDo() {
        Caller.Member ada = (Caller.Member) caller(secret(signIn()));
        Caller narrow = ada.within(Set.of(Right.SEE_EVENTS, Right.MANAGE_PORTALS));
        Caller own = ada.within(Set.of(Right.SEE_EVENTS, Right.OWN_ACCOUNT));

        SessionView view = resource.get(narrow, null);
        assertThat(view.signedIn()).isTrue();
        assertThat(view.rights()).containsExactlyInAnyOrder(Right.ANYONE, Right.SEE_EVENTS);
        assertThat(view.person()).as("what the token may not ask").isEmpty();
        assertThat(view.csrfToken()).isEmpty();
        assertThat(resource.get(own, null).person().map(Person::login)).contains("ada");
        assertThat(resource.get(own, null).zone()).isPresent();
    }

    @Test
    void signsInWithACookieAndSaysWhoOneIs() {
        Response answer = signIn();
        SessionView view = (SessionView) answer.getEntity();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(view.signedIn()).isTrue();
        assertThat(view.person()).get().extracting(Person::login).isEqualTo("ada");
        assertThat(view.rights()).contains(Right.MANAGE_PEOPLE).doesNotContain(Right.MANAGE_PORTALS);
        assertThat(view.csrfToken()).isPresent();
        assertThat(resource.get(caller(secret(answer)), secret(answer))).isEqualTo(view);
    }

    @Test
    void aSignInEndsTheSessionOfBefore() {
        String first = secret(signIn());
        String second = secret(signIn(caller(first)));

        assertThat(world.sessions.open(world.acme, first, ADDRESS.value())).isEmpty();
        assertThat(world.sessions.open(world.acme, second, ADDRESS.value())).isPresent();
    }

    @Test
    void refusesAnEndlessLogin() {
        var credentials = new SessionResource.Credentials("x".repeat(255), "correct horse");
        assertThatThrownBy(() -> resource.signIn(credentials, Callers.nobody(world.acme), null, null))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.errors().get(0).pointer()).isEqualTo("/login");
                });
        assertThat(credentials.toString()).doesNotContain("horse");
    }

    @Test
    void signsOutAndTakesTheCookieAway() {
        String secret = secret(signIn());
        Response answer = resource.signOut(caller(secret));

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeaderString("Set-Cookie"))
                .contains("__Host-patchbay=;")
                .contains("Max-Age=0");
        assertThat(world.sessions.open(world.acme, secret, ADDRESS.value())).isEmpty();
    }

    @Test
    void signsOutEverywhere() {
        String one = secret(signIn());
        String other = secret(signIn());
        Response answer = new AllSessionsResource(world.ownSessions).signOutEverywhere(caller(one));

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(world.sessions.open(world.acme, one, ADDRESS.value())).isEmpty();
        assertThat(world.sessions.open(world.acme, other, ADDRESS.value())).isEmpty();
    }

    @Test
    void tellsAGuestWhatAGuestMayDo() {
        var visit = world.sessions.admitGuest(world.acme, "m1", "Gus", new Caller.Nobody(world.acme, ADDRESS.value()));
        SessionView view = resource.get(visit.caller(), visit.secret());

        assertThat(view.signedIn()).isTrue();
        assertThat(view.person()).isEmpty();
        assertThat(view.guest()).contains((Caller.Guest) visit.caller());
        assertThat(view.rights()).containsExactlyInAnyOrder(Right.ANYONE, Right.TAKE_PART);
    }

    @Test
    void usesAOneTimeLink() {
        world.person(world.acme, "eve");
        var links = new LinkResource(world.links, answers);
        String token = world.token("eve@example.org");

        LinkResource.LinkJson look = links.look(new LinkResource.Token(token), Callers.nobody(world.acme));
        assertThat(look.kind()).isEqualTo("welcome");
        assertThat(look.login()).isEqualTo("eve");
        assertThat(look.portal().name()).isEqualTo("Acme");

        var wanted = new LinkResource.NewPassword(token, "battery staple");
        assertThatThrownBy(() -> links.use(wanted, Callers.nobody(world.bolt), null, null))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
        Response answer = links.use(wanted, Callers.nobody(world.acme), null, null);
        assertThat(caller(secret(answer))).isInstanceOf(Caller.Member.class);
        assertThat(wanted.toString()).doesNotContain(token).doesNotContain("staple");
    }

    @Test
    void changesTheOwnPassword() {
        var accounts = new AccountResource(world.accounts);
        var change = new AccountResource.PasswordChange("correct horse", "battery staple");

        accounts.changePassword(change, caller(secret(signIn())));

        assertThatThrownBy(this::signIn).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> accounts.changePassword(change, Callers.guest(world.acme, "m1")))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN));
    }
}
