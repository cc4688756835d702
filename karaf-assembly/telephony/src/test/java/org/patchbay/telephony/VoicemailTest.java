package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.sip.peer.Ports;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;
import org.patchbay.voicemail.Lamps;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.Pins;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.VoicemailConfig;
import org.patchbay.voicemail.VoicemailEvents;
import org.patchbay.voicemail.VoicemailRights;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;
import org.patchbay.voicemail.mail.MessageMails;
import org.patchbay.voicemail.phone.Counter;
import org.patchbay.voicemail.phone.VoicemailApplication;
import org.patchbay.voicemail.store.InMemoryVoicemailStore;

/** A real phone leaves a message, and what is in it is measured. */
@Tag("S4.13")
final class VoicemailTest {

    private static final int HERTZ = 440;
    private static final String BOX = "ext-101";
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @TempDir
    private Path folder = Path.of("");

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryVoicemailStore store = new InMemoryVoicemailStore();
    private TelephoneExchange exchange = new TelephoneExchange(folder);

    @BeforeEach
    void needsBaresip() {
        assumeTrue(Baresip.isThere(), "baresip is not installed (Debian: baresip-core)");
    }

    @AfterEach
    void close() {
        exchange.close();
        cluster.close();
    }

    private static <T> T knowing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                VoicemailTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("find")) {
                        return Optional.empty();
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private Messages messages() {
        var config = new Settings(folder.resolve("voicemail").toString());
        var portals = new InMemoryPortals();
        var unit = new InMemoryUnitOfWork();
        var events = new InMemoryEvents(unit, new VoicemailEvents());
        var audit = new InMemoryAudit();
        var rights = new VoicemailRights(exchange.phones, new RoleAccess(portals));
        var pins = new Pins(cluster.node("one"), config);
        var files = new VoiceFiles(config);
        var mailboxes = new Mailboxes(store, rights, exchange.phones, pins, audit, events, unit, cluster.node("one"));
        var mails = new MessageMails(new RecordedMails(), knowing(People.class), portals, knowing(Departments.class));
        var lamps = new Lamps(exchange.sip.server, exchange.phones);
        var messages = new Messages(store, files, rights, mails, lamps, audit, events, unit, config);
        exchange.applications.add(new VoicemailApplication(new Counter(
                messages,
                mailboxes,
                files,
                pins,
                exchange.phones,
                exchange.phones.dialPlan(),
                knowing(Departments.class),
                portals)));
        return messages;
    }

    @Test
    void aPhoneThatReachesNobodyLeavesItsTone() throws Exception {
        var settings = new MailboxSettings(
                true, Optional.of("en"), false, false, false, false, Optional.empty(), 2, 10, 0, false);
        store.save(exchange.portal, Mailbox.of(BOX).settings(settings));
        Messages messages = messages();
        try (Baresip anna =
                Baresip.start(folder.resolve("100"), "100", exchange.sip.port(), Ports.free(), HERTZ, false, "101")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(left()).as(anna.log()).hasSize(1));
            await().atMost(PATIENCE).until(() -> !exchange.records.isEmpty());
        }
        VoiceMessage message = left().get(0);
        assertThat(message.millis()).isBetween(9_000L, 11_000L);
        assertThat(message.caller()).isEqualTo("100");
        assertThat(tone(messages.sound(exchange.portal, BOX, message.id()))).isGreaterThan(8_000);
        assertThat(exchange.records.get(0).result()).isEqualTo(CallResult.MISSED);
        assertThat(exchange.records.get(0).path())
                .anySatisfy(step -> assertThat(step.decision().reason()).isEqualTo("left"));
    }

    private List<VoiceMessage> left() {
        return store.list(exchange.portal, BOX, PageRequest.first(10)).items();
    }

    private int tone(Path sound) throws IOException {
        return Sound.millis(Sound.linear(sound, folder.resolve("linear.wav")), HERTZ);
    }

    private record Settings(@Override String folder) implements VoicemailConfig {

        @Override
        public int messagesPerBox() {
            return 10;
        }

        @Override
        public int megabytesPerPortal() {
            return 100;
        }

        @Override
        public int freeMegabytes() {
            return 0;
        }

        @Override
        public int retentionDays() {
            return 0;
        }

        @Override
        public int wrongPins() {
            return 3;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return VoicemailConfig.class;
        }
    }
}
