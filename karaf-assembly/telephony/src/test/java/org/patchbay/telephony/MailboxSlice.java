package org.patchbay.telephony;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.extensions.InMemoryHotDesks;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;
import org.patchbay.voicemail.AssistantGreetings;
import org.patchbay.voicemail.Dictations;
import org.patchbay.voicemail.Lamps;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.Pins;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.VoicemailConfig;
import org.patchbay.voicemail.VoicemailEvents;
import org.patchbay.voicemail.VoicemailRights;
import org.patchbay.voicemail.mail.DictationMails;
import org.patchbay.voicemail.mail.MessageMails;
import org.patchbay.voicemail.phone.AssistantApplication;
import org.patchbay.voicemail.phone.Counter;
import org.patchbay.voicemail.phone.DictationApplication;
import org.patchbay.voicemail.phone.HotDeskApplication;
import org.patchbay.voicemail.phone.VoicemailApplication;
import org.patchbay.voicemail.store.InMemoryDictationStore;
import org.patchbay.voicemail.store.InMemoryVoicemailStore;

/** Mailboxes, dictation, hot desks and assistants at an exchange, kept in memory and in a folder. */
final class MailboxSlice implements AutoCloseable {

    final InMemoryVoicemailStore store = new InMemoryVoicemailStore();
    final InMemoryDictationStore dictated = new InMemoryDictationStore();
    final Messages messages;
    final Pins pins;
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final Path incoming;

    MailboxSlice(TelephoneExchange exchange, Path folder) {
        var config = new Settings(folder.resolve("voicemail").toString());
        incoming = folder.resolve("voicemail").resolve(exchange.portal.value()).resolve("incoming");
        var portals = new InMemoryPortals();
        var unit = new InMemoryUnitOfWork();
        var events = new InMemoryEvents(unit, new VoicemailEvents());
        var audit = new InMemoryAudit();
        var rights = new VoicemailRights(exchange.phones, new RoleAccess(portals));
        pins = new Pins(cluster.node("one"), config);
        var files = new VoiceFiles(config);
        var mailboxes = new Mailboxes(store, rights, exchange.phones, pins, audit, events, unit, cluster.node("one"));
        var mails = new MessageMails(
                new RecordedMails(),
                knowing(People.class),
                portals,
                portals,
                knowing(Departments.class),
                exchange.phones,
                config);
        var lamps = new Lamps(exchange.sip.server, exchange.phones);
        messages = new Messages(store, files, rights, mails, lamps, audit, events, unit, config);
        var dictations = new Dictations(
                dictated,
                files,
                mailboxes,
                rights,
                new DictationMails(new RecordedMails(), knowing(People.class), portals, portals, config),
                audit,
                events,
                unit,
                config);
        exchange.applications.add(new DictationApplication(dictations, files));
        var counter = new Counter(
                messages,
                mailboxes,
                files,
                pins,
                exchange.phones,
                exchange.phones.dialPlan(),
                knowing(Departments.class),
                portals);
        exchange.applications.add(new VoicemailApplication(counter));
        exchange.applications.add(new HotDeskApplication(counter, new InMemoryHotDesks(exchange.phones)));
        exchange.applications.add(
                new AssistantApplication(counter, exchange.phones, new AssistantGreetings(files, cluster.node("one"))));
    }

    /** The bytes of the largest file that is being recorded. */
    long largest() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return 0;
        }
        long most = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming)) {
            for (Path file : files) {
                most = Math.max(most, Files.size(file));
            }
        }
        return most;
    }

    private static <T> T knowing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                MailboxSlice.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("find")) {
                        return Optional.empty();
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public void close() {
        cluster.close();
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
        public int mailMegabytes() {
            return 1;
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
