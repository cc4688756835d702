package org.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailFile;
import org.patchbay.api.mail.MailPreview;
import org.patchbay.mail.route.DeliveryRoute;
import org.patchbay.mail.store.JpaMailStore;
import org.patchbay.spi.mail.MailFiles;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.TestDatabase;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** From a draft to a mail server that refuses, and back to what people see of it. */
final class OutboxTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("mail");

    private final StrictSmtp server = new StrictSmtp();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final InMemoryPortals portals = new InMemoryPortals();
    private final PortalId acme = portals.named("Müller").id();
    private final InMemoryEvents events = new InMemoryEvents(new MailEvents());
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MailConfig config = config(server.url());
    private final DeliveryRoute route = new DeliveryRoute(config);
    private final InMemorySecrets secrets = new InMemorySecrets();
    private final Sounds sounds = new Sounds();
    private Outbox outbox;
    private MailService mails;

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(route);
        camel.start();
        var store = new JpaMailStore(DATABASE.jpa());
        outbox = new Outbox(
                cluster.node("a"),
                store,
                portals,
                events,
                DATABASE.unitOfWork(),
                secrets,
                route,
                new FilesDirectory(List.of(sounds)),
                config,
                clock);
        mails = new MailService(
                store,
                new TemplateDirectory(List.of(new Greeting())),
                portals,
                portals,
                events,
                new InMemoryAudit(clock),
                DATABASE.unitOfWork(),
                secrets,
                outbox,
                clock);
    }

    @AfterEach
    void stop() {
        outbox.close();
        camel.stop();
        cluster.close();
        server.close();
    }

    private static MailConfig config(String url) {
        return (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "smtpUrl" -> url;
                    case "outboxSeconds" -> 3600;
                    case "attemptLimit" -> 3;
                    default -> method.getDefaultValue();
                });
    }

    /** Has one file, says that there is none, or cannot say. */
    private static final class Sounds implements MailFiles {

        private Optional<Path> sound = Optional.empty();
        private boolean broken;

        @Override
        public String name() {
            return "sounds";
        }

        @Override
        public String type() {
            return "audio/wav";
        }

        @Override
        public Optional<Path> file(PortalId portal, String id) throws IOException {
            if (broken) {
                throw new IOException("The disk is away");
            }
            return sound.filter(there -> id.equals("one"));
        }
    }

    private Mail sendSound(String source) {
        return mails.send(
                acme,
                new MailDraft(
                        "ann@acme.test",
                        "greeting",
                        "en",
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MailFile(source, "one", "message.wav"))));
    }

    @Test
    @Tag("S4.14")
    void aFileIsReadWhenTheMailIsSent(@TempDir Path folder) throws Exception {
        sounds.broken = true;
        sounds.sound = Optional.of(Files.writeString(folder.resolve("one.wav"), "sound"));
        Mail mail = sendSound("sounds");
        Mail stranger = sendSound("nobody");
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.QUEUED);
        assertThat(server.taken()).isEmpty();

        sounds.broken = false;
        clock.pass(Duration.ofMinutes(5));
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.SENT);
        assertThat(now(stranger).state()).isEqualTo(Mail.State.QUEUED);
        assertThat(server.taken())
                .singleElement()
                .satisfies(taken -> assertThat(taken).contains("audio/wav").contains("message.wav"));
    }

    @Test
    void aMailWhoseFileIsGoneIsSentWithout() {
        Mail mail = sendSound("sounds");
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.SENT);
        assertThat(server.taken()).singleElement().satisfies(taken -> assertThat(taken)
                .doesNotContain("message.wav"));
    }

    private Mail send() {
        return mails.send(acme, new MailDraft("ann@acme.test", "greeting", "de", Map.of("name", "Ann")));
    }

    private Mail now(Mail mail) {
        return mails.find(acme, mail.id()).orElseThrow();
    }

    @Test
    @Tag("X.05")
    void aMailGoesOutInThePortalsName() {
        Mail mail = send();
        outbox.deliverDue();

        assertThat(now(mail).state()).isEqualTo(Mail.State.SENT);
        assertThat(now(mail).kind()).contains("greeting");
        assertThat(server.taken()).singleElement().satisfies(taken -> assertThat(taken)
                .contains("From: =?UTF-8?Q?M=C3=BCller?= <patchbay@localhost>")
                .contains("Auto-Submitted: auto-generated")
                .contains("multipart/alternative"));
    }

    @Test
    @Tag("S1.25")
    void whatAMailSaysToCalendarsGoesWithIt() {
        mails.send(
                acme,
                new MailDraft(
                        "ann@acme.test",
                        "greeting",
                        "en",
                        Map.of(),
                        Optional.empty(),
                        Optional.of(new CalendarPart("CANCEL", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "bay@acme.test"))));
        outbox.deliverDue();

        assertThat(server.taken()).singleElement().satisfies(taken -> assertThat(taken)
                .contains("Reply-To: bay@acme.test")
                .contains("text/calendar; charset=UTF-8; method=CANCEL")
                .contains("filename=invite.ics"));
    }

    @Test
    void aRecipientRefusedForGoodIsABounceWithTheServersWords() {
        server.answers("ann@acme.test", "550 5.1.1 No such person here");
        Mail mail = send();
        outbox.deliverDue();

        assertThat(now(mail).state()).isEqualTo(Mail.State.BOUNCED);
        assertThat(now(mail).error()).contains("550 5.1.1 No such person here");
        assertThat(now(mail).next()).isEmpty();
        assertThat(events.published(MailEvents.BOUNCED)).hasSize(1);
        assertThat(mails.figures(acme)).containsEntry(Mail.State.BOUNCED, 1L);
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainAfterGrowingPauses() {
        server.answers("ann@acme.test", "451 4.7.1 Greylisted");
        Mail mail = send();
        Instant first = clock.instant();
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.QUEUED);
        assertThat(now(mail).next()).contains(first.plusSeconds(60));

        outbox.deliverDue();
        assertThat(now(mail).attempts()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(1));
        outbox.deliverDue();
        assertThat(now(mail).next()).contains(first.plusSeconds(180));

        server.takes("ann@acme.test");
        clock.pass(Duration.ofMinutes(2));
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void afterTheLastAttemptItHasFailedUntilSomebodySendsItAgain() {
        server.answers("ann@acme.test", "451 4.7.1 Greylisted");
        Mail mail = send();
        for (int attempt = 0; attempt < 3; attempt++) {
            outbox.deliverDue();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(now(mail).state()).isEqualTo(Mail.State.FAILED);

        server.takes("ann@acme.test");
        mails.retry(acme, mail.id());
        outbox.deliverDue();
        assertThat(now(mail).state()).isEqualTo(Mail.State.SENT);
    }

    @Test
    @Tag("X.05")
    void aPreviewLooksAsTheMailOfThePortalWould() {
        portals.change(
                acme,
                draft -> draft.support().isPresent()
                        ? draft
                        : new org.patchbay.api.tenancy.PortalDraft(
                                draft.name(),
                                draft.host(),
                                draft.language(),
                                draft.zone(),
                                "#336699",
                                draft.webInterface(),
                                draft.expires(),
                                draft.participantLimit(),
                                draft.profiles(),
                                draft.features(),
                                Optional.of("+49 30 1234"),
                                draft.meetingDefaults()));

        MailPreview preview = mails.preview(acme, "greeting", "de");

        assertThat(mails.kinds()).containsExactly("greeting");
        assertThat(preview.subject()).isEqualTo("Gruß an Ada Lovelace");
        assertThat(preview.html()).contains("#336699", "Müller", "Hilfe: +49 30 1234", "lang=\"de\"");
        assertThat(preview.text()).doesNotContain("{");
        assertThat(mails.figures(acme)).isEmpty();
        assertThatThrownBy(() -> mails.preview(acme, "greeting", "it")).isInstanceOf(PatchbayException.class);
    }

    private static final class Greeting implements MailTemplate {

        private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

        @Override
        public String name() {
            return "greeting";
        }

        @Override
        public String text(String language) {
            assertThat(LANGUAGES).contains(language);
            return "Gruß an {name}\n\nHallo {name}, bis {expires} bei {portal}.\n\n{link} Ansehen\n";
        }
    }
}
