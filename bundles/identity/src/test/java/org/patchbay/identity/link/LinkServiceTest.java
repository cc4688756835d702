package org.patchbay.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class LinkServiceTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static void ended(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
            assertThat(e.code()).isEqualTo("link.ended");
        });
    }

    @Test
    @Tag("S1.43")
    void setsThePasswordOnce() {
        Person ada = world.person(world.acme, "ada");
        String token = world.token("ada@example.org");

        LinkService.Look look = world.links.look(world.acme, token);
        var session = world.use(world.acme, token, "correct horse");

        assertThat(look).isEqualTo(new LinkService.Look("welcome", "ada", Instant.parse("2026-01-08T00:00:00Z")));
        assertThat(session.caller()).isInstanceOfSatisfying(Caller.Member.class, member -> assertThat(member.person())
                .isEqualTo(ada.id()));
        assertThat(world.sessions.open(world.acme, session.secret(), ADDRESS)).isPresent();
        assertThat(world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1"))
                .isNotNull();
        ended(() -> world.use(world.acme, token, "another horse"));
        ended(() -> world.links.look(world.acme, token));
    }

    @Test
    void isOfItsPortalAlone() {
        world.person(world.acme, "ada");
        String token = world.token("ada@example.org");

        ended(() -> world.links.look(world.bolt, token));
        ended(() -> world.use(world.bolt, token, "correct horse"));
        ended(() -> world.links.look(world.acme, "garbage"));
        ended(() -> world.links.look(world.acme, ""));
        assertThat(world.links.look(world.acme, token).login()).isEqualTo("ada");
    }

    @Test
    void expires() {
        world.person(world.acme, "ada");
        String token = world.token("ada@example.org");

        world.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(world.links.look(world.acme, token)).isNotNull();
        world.pass(Duration.ofSeconds(1));
        ended(() -> world.use(world.acme, token, "correct horse"));
    }

    @Test
    void endsWithANewOne() {
        Person ada = world.person(world.acme, "ada");
        String first = world.token("ada@example.org");
        world.people.invite(world.acme, ada.id(), Callers.administrator(world.acme));

        ended(() -> world.links.look(world.acme, first));
        assertThat(world.links.look(world.acme, world.token("ada@example.org"))).isNotNull();
    }

    @Test
    void aPasswordThatIsRefusedLeavesItUsable() {
        world.person(world.acme, "ada");
        String token = world.token("ada@example.org");

        assertThatThrownBy(() -> world.use(world.acme, token, "short"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID));
        assertThat(world.use(world.acme, token, "long enough")).isNotNull();
    }

    @Test
    void aNewPasswordEndsTheSessionsOfBefore() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        var before = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");
        world.people.invite(world.acme, ada.id(), Callers.administrator(world.acme));

        world.use(world.acme, world.token("ada@example.org"), "battery staple");

        assertThat(world.sessions.open(world.acme, before.secret(), ADDRESS)).isEmpty();
        assertThatThrownBy(() -> world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1"))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void changesTheOwnPassword() {
        world.enrolled(world.acme, "ada", "correct horse");
        var present = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");
        var other = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");
        var ada = (Caller.Member) present.caller();

        assertThatThrownBy(() -> world.accounts.changePassword(ada, "wrong", "battery staple"))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/present"));
        world.accounts.changePassword(ada, "correct horse", "battery staple");

        assertThat(world.sessions.open(world.acme, present.secret(), ADDRESS)).isPresent();
        assertThat(world.sessions.open(world.acme, other.secret(), ADDRESS)).isEmpty();
        assertThat(world.sessions.signIn(world.acme, "ada", "battery staple", "192.0.2.1"))
                .isNotNull();
    }

    @Test
    @Tag("S0.11")
    void rootSetsThePasswordByALinkThatOnlyTheServersOwnerCanRead() throws IOException {
        Path file = world.dataFolder.resolve("root-setup-link");
        var setup = new RootSetup(world.personStore, world.tokens, world.rootSetupFile, world.work);
        String first = Files.readString(file).strip();
        assertThat(setup).isNotNull();
        assertThat(first).startsWith("http://localhost:8080/welcome#");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(new RootSetup(world.personStore, world.tokens, world.rootSetupFile, world.work))
                .isNotNull();
        String second = Files.readString(file).strip();
        ended(() -> world.links.look(PortalId.ROOT, first.substring(first.indexOf('#') + 1)));

        String token = second.substring(second.indexOf('#') + 1);
        assertThat(world.links.look(PortalId.ROOT, token).kind()).isEqualTo("root-setup");
        var session = world.use(PortalId.ROOT, token, "correct horse");
        assertThat(session.caller()).isInstanceOfSatisfying(Caller.Member.class, root -> assertThat(root.roles())
                .containsExactly("root"));
        assertThat(file).doesNotExist();

        assertThat(new RootSetup(world.personStore, world.tokens, world.rootSetupFile, world.work))
                .isNotNull();
        assertThat(file).doesNotExist();
    }
}
