package org.patchbay.voicemail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.extensions.InMemoryHotDesks;
import org.patchbay.testing.extensions.InMemoryPhoneBook;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.signalling.FakeSignalling;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;
import org.patchbay.voicemail.mail.DictationMails;
import org.patchbay.voicemail.mail.MessageMails;
import org.patchbay.voicemail.mail.SoundFiles;
import org.patchbay.voicemail.phone.AssistantApplication;
import org.patchbay.voicemail.phone.Counter;
import org.patchbay.voicemail.phone.DictationApplication;
import org.patchbay.voicemail.phone.HotDeskApplication;
import org.patchbay.voicemail.phone.VoicemailApplication;
import org.patchbay.voicemail.store.InMemoryDictationStore;
import org.patchbay.voicemail.store.InMemoryVoicemailStore;

/** The slice: Anna at 100 and Bob at 101 in one portal, and another portal. */
public final class World implements AutoCloseable {

    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final InMemoryCluster cluster = new InMemoryCluster();
    public final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    public final FakeSignalling signalling = new FakeSignalling();
    public final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(unit, new VoicemailEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final RecordedMails mails = new RecordedMails();
    public final InMemoryVoicemailStore store = new InMemoryVoicemailStore();
    public final Access access = new RoleAccess(portals);
    public final Caller.Member anna = Callers.user(acme);
    public final Caller.Member bob = Callers.user(acme);
    public final Caller.Member admin = Callers.administrator(acme);
    private final Map<PersonId, Person> persons = new ConcurrentHashMap<>();

    public final Path folder;
    public final VoiceFiles files;
    public final Pins pins;
    public final VoicemailRights rights = new VoicemailRights(phones, access);
    public final Mailboxes mailboxes;
    public final Messages messages;
    public final Lamps lamps = new Lamps(signalling, phones);
    public final MessageWaiting waiting;
    public final VoicemailApplication application;
    public final InMemoryHotDesks desks = new InMemoryHotDesks(phones);
    public final HotDeskApplication hotDesk;
    public final AssistantGreetings greetings;
    public final AssistantApplication assistant;
    public final InMemoryDictationStore spoken = new InMemoryDictationStore();
    public final Dictations dictations;
    public final DictationApplication dictation;
    public final VoicemailData data;
    public final SoundFiles sounds;
    public final SentMails sent;
    public final Caretaker caretaker;

    public World() {
        this(new Small());
    }

    public World(VoicemailConfig config) {
        this.folder = Path.of(config.folder());
        this.files = new VoiceFiles(config);
        this.pins = new Pins(cluster.node("one"), config);
        this.mailboxes = new Mailboxes(store, rights, phones, pins, audit, events, unit, cluster.node("one"));
        var told = new MessageMails(mails, people(), portals, portals, departments(), phones, config);
        this.messages = new Messages(store, files, rights, told, lamps, audit, events, unit, config);
        this.waiting = new MessageWaiting(phones, mailboxes, store, portals);
        var counter = new Counter(messages, mailboxes, files, pins, phones, phones.dialPlan(), departments(), portals);
        this.application = new VoicemailApplication(counter);
        this.hotDesk = new HotDeskApplication(counter, desks);
        this.greetings = new AssistantGreetings(files, cluster.node("one"));
        this.assistant = new AssistantApplication(counter, phones, greetings);
        this.sounds = new SoundFiles(files);
        this.sent = new SentMails(store, messages, phones);
        this.dictations = new Dictations(
                spoken,
                files,
                mailboxes,
                rights,
                new DictationMails(mails, people(), portals, portals, config),
                audit,
                events,
                unit,
                config);
        this.dictation = new DictationApplication(dictations, files);
        this.data = new VoicemailData(store, spoken, files, mailboxes, phones, unit);
        this.caretaker = new Caretaker(store, spoken, files, lamps, portals, unit, cluster.node("one"), config);
        person(anna, "100", "Anna Berg");
        person(bob, "101", "Bob Stein");
    }

    private void person(Caller.Member who, String number, String name) {
        PersonDraft draft = PersonDraft.of(number, name)
                .edit()
                .email(Optional.of(number + "@acme.example"))
                .memberships(who.memberships())
                .done();
        persons.put(who.person(), Person.of(who.person(), acme, draft, Instant.parse("2026-01-01T00:00:00Z"), 1));
        phones.put(
                acme,
                new Extension(
                        "ext-" + number,
                        number,
                        name,
                        Optional.of(who.person()),
                        DepartmentId.defaultOf(acme),
                        20,
                        2,
                        Optional.empty(),
                        true,
                        false,
                        Forwards.NONE,
                        RecordingRule.NEVER,
                        false,
                        1));
        phones.put(acme, new Device("phone-" + number, "ext-" + number, name, "phone" + number, 3, List.of(), 1));
    }

    public Extension extension(String number) {
        return phones.find(acme, "ext-" + number).orElseThrow();
    }

    /** A mailbox that is on, without the PIN at the own phone. */
    public static MailboxSettings on() {
        return new MailboxSettings(
                true, Optional.empty(), false, false, true, false, Optional.empty(), 1, 60, 5, false);
    }

    public static MailboxSettings withOperator(Destination to) {
        return new MailboxSettings(true, Optional.empty(), true, true, true, true, Optional.of(to), 1, 60, 5, true);
    }

    /** A mailbox whose messages go with mails. */
    public static MailboxSettings mailed(boolean deleted) {
        return new MailboxSettings(
                true,
                Optional.empty(),
                true,
                false,
                true,
                false,
                Optional.empty(),
                1,
                600,
                5,
                false,
                true,
                deleted,
                false,
                false);
    }

    public void choose(String number, MailboxSettings settings) {
        long version = store.mailbox(acme, "ext-" + number)
                .map(org.patchbay.voicemail.box.Mailbox::version)
                .orElse(0L);
        mailboxes.choose(acme, "ext-" + number, version, settings, admin);
    }

    public List<VoiceMessage> of(String number) {
        return store.list(acme, "ext-" + number, PageRequest.first(100)).items();
    }

    /** Every file there is, so that nothing half is left. */
    public List<String> allFiles() {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Samples of A-law, a square wave of 1 kHz that is well heard. */
    public static byte[] tone(int seconds) {
        byte[] samples = new byte[8000 * seconds];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 8 < 4 ? 0xAA : 0x2A);
        }
        return samples;
    }

    private static <T> T only(Class<T> type, Map<String, UnaryOperator<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    UnaryOperator<Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer.apply(arguments[1]);
                }));
    }

    private People people() {
        return only(People.class, Map.of("find", id -> Optional.ofNullable(persons.get((PersonId) id))));
    }

    private static Departments departments() {
        return only(Departments.class, Map.of("find", id -> Optional.empty()));
    }

    @Override
    public void close() {
        caretaker.close();
        greetings.close();
        mailboxes.close();
        cluster.close();
    }

    /** Small numbers, in a folder of its own. */
    public record Small(@Override String folder, @Override int messagesPerBox, @Override int freeMegabytes)
            implements VoicemailConfig {

        public Small() {
            this(temporary(), 3, 0);
        }

        public Small(int messagesPerBox, int freeMegabytes) {
            this(temporary(), messagesPerBox, freeMegabytes);
        }

        private static String temporary() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "voicemail")
                        .toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int megabytesPerPortal() {
            return 100;
        }

        @Override
        public int mailMegabytes() {
            return 1;
        }

        @Override
        public int retentionDays() {
            return 30;
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
