package org.patchbay.provisioning;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PersonId;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneKey;
import org.patchbay.provisioning.store.InMemoryPhoneStore;
import org.patchbay.provisioning.store.TemplateStore;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.extensions.InMemoryPhoneBook;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.InMemorySessions;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice with stores in memory: Anna with an extension in one portal, and another portal. */
final class World implements AutoCloseable {

    static final String AGENT = "Yealink SIP-T54W 96.86.0.20 00:15:65:aa:bb:cc";
    static final String ADDRESS = "192.0.2.7";
    static final int WRONG = 5;
    static final String NETWORKS = "acme.localhost 192.0.2.0/24, bolt.localhost 198.51.100.0/24";

    final InMemoryCluster cluster = new InMemoryCluster();
    final InMemoryPortals portals = new InMemoryPortals();
    final PortalId acme = portals.named("Acme").id();
    final PortalId bolt = portals.named("Bolt").id();
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T12:00:00Z"));
    final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    final InMemoryEvents events = new InMemoryEvents(unit, new ProvisioningEvents());
    final InMemoryAudit audit = new InMemoryAudit();
    final Access access = new RoleAccess(portals);
    final Caller.Member admin = Callers.administrator(acme);
    final Caller.Member anna = Callers.user(acme);
    final Caller.Member stranger = Callers.administrator(bolt);
    final InMemorySessions sessions = new InMemorySessions(access);
    final InMemoryPhoneBook book = new InMemoryPhoneBook();
    final FakeAccounts accounts = new FakeAccounts(book, access);
    final InMemoryPhoneStore store = new InMemoryPhoneStore();
    final Templates templates = new Templates(new Kept(), audit, unit);
    final Extension extension = extension(acme, "100", Optional.of(anna.person()));
    final Phones phones;
    final Softphones softphones;
    final PhoneFiles files;
    final PlugAndPlay plugAndPlay;
    final WaitingPhones waiting;

    World() {
        var node = cluster.node("one");
        var secrets = new InMemorySecrets();
        var config = new Small();
        var writer = new FileWriter(
                templates,
                new PortDirectory(),
                book.dialPlan(),
                nobody(People.class),
                nobody(Departments.class),
                portals,
                portals);
        phones = new Phones(store, accounts, book, access, secrets, portals, events, audit, unit, config);
        softphones = new Softphones(accounts, book, sessions, portals, events, audit, unit, node, config);
        waiting = new WaitingPhones(store, portals, access, events, node, config, clock);
        plugAndPlay = new PlugAndPlay(store, secrets, portals, portals, events, unit, node, waiting, config);
        files = new PhoneFiles(store, writer, softphones, accounts, secrets, portals, events, node, config, clock);
    }

    private Extension extension(PortalId portal, String number, Optional<PersonId> person) {
        var made = new Extension(
                Ids.next(),
                number,
                "\"><x " + number,
                person,
                DepartmentId.defaultOf(portal),
                20,
                2,
                Optional.empty(),
                true,
                false,
                Forwards.NONE,
                RecordingRule.NEVER,
                false,
                1);
        book.put(portal, made);
        return made;
    }

    /** Finds nothing of whatever is asked. */
    private static <T> T nobody(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.empty();
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    Phone phone(String id, String device, Maker maker) {
        return new Phone(
                id,
                "00:15:65:AA:BB:CC",
                maker,
                "T54W",
                extension.id(),
                device,
                "Desk <1> & \"co\"",
                Optional.of("de"),
                Optional.of("Ring1.wav"),
                Phone.Transport.TLS,
                List.of(
                        new PhoneKey(PhoneKey.Kind.EXTENSION, "101", "Bob's"),
                        new PhoneKey(PhoneKey.Kind.PARK, "701", "Park & go"),
                        new PhoneKey(PhoneKey.Kind.SPEED_DIAL, "+493012345", "<Main>")),
                List.of(),
                1);
    }

    Phones.PhoneHandout add(Maker maker) {
        return phones.create(acme, (id, device) -> phone(id, device, maker), admin);
    }

    /** The secret in a link. */
    static String secret(String url) {
        String[] parts = url.split("/");
        return parts[4];
    }

    /** What a phone is answered. */
    PhoneFiles.Answer fetch(PortalId portal, String secret, String file, String agent, String authorization) {
        return fetchFrom(ADDRESS, portal, secret, file, agent, authorization);
    }

    PhoneFiles.Answer fetchFrom(
            String address, PortalId portal, String secret, String file, String agent, String authorization) {
        String host = portals.find(portal).orElseThrow().host();
        return files.answer(new PhoneFiles.Ask(host, secret, file, agent, authorization, address));
    }

    void pass(Duration time) {
        clock.pass(time);
        cluster.pass(time);
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Templates in a map. */
    private static final class Kept implements TemplateStore {

        private final Map<String, String> templates = new ConcurrentHashMap<>();

        @Override
        public Optional<String> find(String name) {
            return Optional.ofNullable(templates.get(name));
        }

        @Override
        public void save(String name, String content) {
            templates.put(name, content);
        }

        @Override
        public void delete(String name) {
            templates.remove(name);
        }
    }

    /** Small numbers, so that a test reaches them. */
    private record Small() implements ProvisioningConfig {
        @Override
        public int phonesPerPortal() {
            return 2;
        }

        @Override
        public int wrongPerAddress() {
            return WRONG;
        }

        @Override
        public int softphoneMinutes() {
            return 15;
        }

        @Override
        public String networks() {
            return NETWORKS;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ProvisioningConfig.class;
        }
    }
}
