package org.patchbay.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions.OpenSession;
import org.patchbay.identity.World;
import org.patchbay.identity.token.ApiTokens.NewToken;
import org.patchbay.identity.token.ApiTokens.TokenDraft;
import org.patchbay.testing.identity.Callers;

class ApiTokensTest {

    private final World world = new World();
    private final Person ada = world.enrolled(world.acme, "ada", "correct horse", "system-owner");
    private final Caller.Member caller = Caller.Member.of(ada, "s1", Callers.ADDRESS);

    @AfterEach
    void close() {
        world.close();
    }

    private NewToken create(List<String> networks, Duration life, Right... scopes) {
        Instant expires = world.clock.instant().plus(life);
        return world.apiTokens.create(caller, new TokenDraft("Backup", Set.of(scopes), networks, expires));
    }

    private Optional<OpenSession> open(NewToken token, String address) {
        return world.sessions.open(world.acme, token.secret(), address);
    }

    private static void invalid(String pointer, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.errors().get(0).pointer())
                .isEqualTo(pointer));
    }

    @Test
    void actsWithinItsScopesAndForItsPersonAlone() {
        NewToken token = create(List.of(), Duration.ofDays(1), Right.SEE_EVENTS);
        OpenSession open = open(token, Callers.ADDRESS).orElseThrow();

        assertThat(token.secret()).startsWith("pb_").hasSizeGreaterThan(40);
        assertThat(open.rights()).containsExactlyInAnyOrder(Right.ANYONE, Right.SEE_EVENTS);
        assertThat(open.caller().personId()).contains(ada.id());
        world.access.require(open.caller(), world.acme, Right.SEE_EVENTS);
        assertThatThrownBy(() -> world.access.require(open.caller(), world.acme, Right.MANAGE_PEOPLE))
                .isInstanceOf(PatchbayException.class);
        assertThat(world.sessions.open(world.bolt, token.secret(), Callers.ADDRESS))
                .isEmpty();
        assertThat(world.sessions.open(world.acme, token.secret() + "x", Callers.ADDRESS))
                .isEmpty();
        assertThat(world.tokenStore.list(world.acme, ada.id()).toString()).doesNotContain(token.secret());
    }

    @Test
    void neverMayMoreThanItsPersonNow() {
        world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        NewToken token = create(List.of(), Duration.ofDays(1), Right.MANAGE_PEOPLE, Right.HOST_MEETINGS);
        world.people.update(
                world.acme,
                ada.id(),
                world.people.find(world.acme, ada.id()).orElseThrow().version(),
                ada.draft().edit().roles(Set.of()).done(),
                Callers.administrator(world.acme));

        assertThat(open(token, Callers.ADDRESS).orElseThrow().rights())
                .containsExactlyInAnyOrder(Right.ANYONE, Right.HOST_MEETINGS);
    }

    @Test
    void neverChangesHowItsPersonSignsIn() {
        invalid("/scopes", () -> create(List.of(), Duration.ofDays(1), Right.OWN_SIGN_IN));
        invalid("/scopes", () -> create(List.of(), Duration.ofDays(1), Right.MANAGE_PORTALS));
        invalid("/scopes", () -> create(List.of(), Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Back\u202eup", "Back\u2066up", "Back\nup", "", " ", "\u3164"})
    void isCalledByANameThatIsSeenAsItIs(String name) {
        Instant expires = world.clock.instant().plus(Duration.ofDays(1));
        invalid(
                "/name",
                () -> world.apiTokens.create(
                        caller, new TokenDraft(name, Set.of(Right.SEE_EVENTS), List.of(), expires)));
    }

    /** Otherwise it would work again by itself, long after somebody was let in again for another reason. */
    @Test
    void endsForGoodWhenItsPersonIsDisabled() {
        world.enrolled(world.acme, "eve", "battery staple", "system-owner");
        NewToken token = create(List.of(), Duration.ofDays(1), Right.SEE_EVENTS);
        Caller administrator = Callers.administrator(world.acme);

        Person off = enabled(false, administrator);
        assertThat(open(token, Callers.ADDRESS)).isEmpty();
        enabled(true, administrator);

        assertThat(off.enabled()).isFalse();
        assertThat(open(token, Callers.ADDRESS)).isEmpty();
        assertThat(world.apiTokens.list(world.acme, ada.id())).isEmpty();
        assertThat(world.audit.actions(world.acme)).contains("token.revoked");
    }

    private Person enabled(boolean enabled, Caller by) {
        Person now = world.people.find(world.acme, ada.id()).orElseThrow();
        return world.people.update(
                world.acme,
                ada.id(),
                now.version(),
                now.draft().edit().enabled(enabled).done(),
                by);
    }

    @Test
    void expires() {
        NewToken token = create(List.of(), Duration.ofHours(2), Right.SEE_EVENTS);
        world.pass(Duration.ofHours(2));

        assertThat(open(token, Callers.ADDRESS)).isEmpty();
        invalid("/expires", () -> create(List.of(), Duration.ofDays(400), Right.SEE_EVENTS));
        invalid("/expires", () -> create(List.of(), Duration.ZERO, Right.SEE_EVENTS));
    }

    @Test
    @Tag("S2.29")
    void worksFromItsOwnAndItsPersonsNetworksAlone() {
        NewToken token = create(List.of("192.0.2.0/25"), Duration.ofDays(1), Right.SEE_EVENTS);
        assertThat(open(token, "192.0.2.9")).isPresent();
        assertThat(open(token, "192.0.2.200")).isEmpty();

        world.people.update(
                world.acme,
                ada.id(),
                world.people.find(world.acme, ada.id()).orElseThrow().version(),
                ada.draft()
                        .edit()
                        .networks(List.of("192.0.2.8/32", "2001:db8::/32"))
                        .done(),
                Callers.administrator(world.acme));
        assertThat(open(token, "192.0.2.9")).isEmpty();
        assertThat(open(token, "192.0.2.8")).isPresent();
        invalid("/networks/0", () -> create(List.of("office"), Duration.ofDays(1), Right.SEE_EVENTS));
    }

    @Test
    void remembersItsLastUseOnceAMinute() {
        NewToken token = create(List.of(), Duration.ofDays(1), Right.SEE_EVENTS);
        open(token, "192.0.2.1");
        Instant first = world.clock.instant();
        world.pass(Duration.ofSeconds(59));
        open(token, "192.0.2.2");

        assertThat(world.apiTokens.list(world.acme, ada.id())).singleElement().satisfies(listed -> {
            assertThat(listed.lastUsed()).contains(first);
            assertThat(listed.lastAddress()).contains("192.0.2.1");
        });
        world.pass(Duration.ofSeconds(1));
        open(token, "192.0.2.2");
        assertThat(world.apiTokens.list(world.acme, ada.id()).get(0).lastAddress())
                .contains("192.0.2.2");
    }

    @Test
    void isTakenBack() throws Exception {
        NewToken token = create(List.of(), Duration.ofDays(1), Right.SEE_EVENTS);
        List<String> ended = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (var listening = world.sessions.onEnd(ended::add)) {
            world.apiTokens.revoke(world.acme, ada.id(), token.token().id(), caller);
            org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(ended)
                    .contains(token.token().id()));
        }

        assertThat(open(token, Callers.ADDRESS)).isEmpty();
        assertThat(world.events.published("token.created")).hasSize(1);
        assertThat(world.events.published("token.revoked")).hasSize(1);
        assertThat(world.audit.actions(world.acme)).contains("token.created", "token.revoked");
        assertThatThrownBy(() -> world.apiTokens.revoke(
                        world.acme, ada.id(), token.token().id(), caller))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    }
}
