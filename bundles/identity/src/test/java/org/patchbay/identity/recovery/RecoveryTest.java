package org.patchbay.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.identity.World;
import org.patchbay.identity.link.RootSetup;
import org.patchbay.testing.identity.Callers;

class RecoveryTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.recovery.stop();
        world.close();
    }

    private void ask(String login) {
        world.recovery.ask(world.acme, login, Callers.ADDRESS);
    }

    private void mailed(String email) {
        await().untilAsserted(
                        () -> assertThat(world.mails.last(email).template()).isEqualTo("recovery"));
    }

    @Test
    @Tag("S1.36")
    void mailsALinkThatWorksOnceForAnHour() {
        world.enrolled(world.acme, "ada", "correct horse");
        ask("ADA@example.org");
        mailed("ada@example.org");
        MailDraft mail = world.mails.last("ada@example.org");
        assertThat(mail.values()).containsEntry("login", "ada");
        String token = world.token("ada@example.org");

        assertThat(world.links.look(world.acme, token).kind()).isEqualTo("recovery");
        world.use(world.acme, token, "battery staple");
        assertThatThrownBy(() -> world.use(world.acme, token, "another horse")).isInstanceOf(PatchbayException.class);
        assertThat(world.sessions.signIn(world.acme, "ada", "battery staple", Callers.ADDRESS))
                .isNotNull();
        assertThat(world.events.published("person.recovery-requested")).hasSize(1);

        ask("ada");
        await().untilAsserted(() -> assertThat(world.token("ada@example.org")).isNotEqualTo(token));
        String late = world.token("ada@example.org");
        world.pass(Duration.ofHours(1));
        assertThatThrownBy(() -> world.links.look(world.acme, late)).isInstanceOf(PatchbayException.class);
    }

    @Test
    @Tag("S1.36")
    void saysTheSameForNobodyAndMailsNothing() {
        Person eve = world.enrolled(world.acme, "eve", "correct horse");
        world.people.update(
                world.acme,
                eve.id(),
                eve.version(),
                eve.draft().edit().enabled(false).done(),
                Callers.administrator(world.acme));
        world.enrolled(world.acme, "ada", "correct horse");

        ask("nobody");
        ask("eve");
        ask("ada");
        mailed("ada@example.org");

        assertThat(world.mails.last("eve@example.org").template()).isEqualTo("welcome");
    }

    @Test
    void anInvitationSurvivesWhatAnybodyMayAsk() {
        world.person(world.acme, "ada");
        String invitation = world.token("ada@example.org");
        ask("ada");
        mailed("ada@example.org");

        assertThat(world.links.look(world.acme, invitation).kind()).isEqualTo("welcome");
        world.use(world.acme, world.token("ada@example.org"), "correct horse");
        assertThatThrownBy(() -> world.links.look(world.acme, invitation)).isInstanceOf(PatchbayException.class);
    }

    @Test
    void mailsAPersonThreeTimesAnHourAtMost() {
        world.enrolled(world.acme, "ada", "correct horse");
        world.enrolled(world.acme, "eve", "correct horse");
        for (int i = 0; i < 6; i++) {
            ask("ada");
        }
        ask("eve");
        mailed("eve@example.org");

        assertThat(world.events.published("person.recovery-requested"))
                .filteredOn(event -> event.data().contains("\"ada\""))
                .hasSize(3);
    }

    @Test
    void refusesWhoAsksWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            ask("somebody" + i);
        }
        assertThatThrownBy(() -> ask("somebody"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.LIMITED));
        assertThatThrownBy(() -> ask(" ")).isInstanceOf(PatchbayException.class);
    }

    @Test
    @Tag("S1.36")
    void whoeverRunsTheServerGetsRootBackIn() throws Exception {
        var setup = new RootSetup(world.personStore, world.tokens, world.rootSetupFile, world.work);
        Path link = world.dataFolder.resolve("root-setup-link");
        world.use(PortalId.ROOT, token(link), "correct horse");
        Person root = world.personStore.findByLogin(PortalId.ROOT, "root").orElseThrow();
        world.factors.require(root);
        world.personStore.update(
                root.with(root.draft().edit().networks(List.of("10.0.0.0/8")).done(), root.version() + 1));
        assertThat(link).doesNotExist();

        Files.createFile(world.dataFolder.resolve("recover-root"));
        var recovery = new RootRecovery(
                world.personStore, world.factors, world.book, setup, world.audit, world.work, world.config);
        await().untilAsserted(() -> assertThat(link).exists());
        await().untilAsserted(() ->
                assertThat(world.dataFolder.resolve("recover-root")).doesNotExist());
        recovery.stop();

        world.use(PortalId.ROOT, token(link), "battery staple");
        assertThat(world.audit.actions(PortalId.ROOT)).contains("root.recovered");
    }

    private static String token(Path link) throws java.io.IOException {
        String text = Files.readString(link).strip();
        return text.substring(text.indexOf('#') + 1);
    }
}
