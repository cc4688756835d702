package org.patchbay.extensions;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.NumberFormat;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Sessions;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.store.InMemoryThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.phonemedia.FakeAnnouncements;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice on two nodes with a store in memory: Anna in one portal, and another portal. */
public final class World implements AutoCloseable {

    public final InMemoryCluster cluster = new InMemoryCluster();
    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(unit, new ExtensionEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final InMemorySecrets secrets = new InMemorySecrets();
    public final Access access = new RoleAccess(portals);
    public final Caller.Member admin = Callers.administrator(acme);
    public final Caller.Member anna = Callers.user(acme);
    public final Caller.Member stranger = Callers.administrator(bolt);
    public final FakeAnnouncements announcements = new FakeAnnouncements("welcome");
    private final InMemoryThingStore store = new InMemoryThingStore();
    private final Map<PersonId, Person> persons = new ConcurrentHashMap<>();
    private final List<Consumer<String>> ends = new CopyOnWriteArrayList<>();

    /** Last, because they are made of the others. */
    public final Node one = new Node("one");

    public final Node two = new Node("two");

    public World() {
        var draft = PersonDraft.of("anna", "Anna Berg")
                .edit()
                .memberships(anna.memberships())
                .done();
        persons.put(anna.person(), Person.of(anna.person(), acme, draft, Instant.parse("2026-01-01T00:00:00Z"), 1));
    }

    @Override
    public void close() {
        one.close();
        two.close();
        cluster.close();
    }

    /** Another node, which reads everything anew. */
    Node again(String name) {
        return new Node(name);
    }

    /** Sets an extension up. */
    public Extension extension(String number) {
        return one.switchboard.create(acme, Kinds.EXTENSION, id -> extension(id, number), Optional.empty(), admin);
    }

    /** An extension of nobody. */
    public Extension extension(String id, String number) {
        return extension(acme, id, number, Optional.empty());
    }

    static Extension extension(PortalId portal, String id, String number, Optional<PersonId> person) {
        return new Extension(
                id,
                number,
                "Desk " + number,
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
    }

    RingGroup group(String number, List<String> members, Destination otherwise) {
        return one.switchboard.create(
                acme,
                Kinds.RING_GROUP,
                id -> new RingGroup(
                        id, number, "Sales", DepartmentId.defaultOf(acme), RingStrategy.ALL, members, 20, otherwise, 1),
                Optional.empty(),
                admin);
    }

    InboundNumber number(PortalId portal, String number, Destination destination, Caller by) {
        return one.switchboard.create(
                portal,
                Kinds.NUMBER,
                id -> new InboundNumber(
                        id, number, "Main", DepartmentId.defaultOf(portal), destination, Optional.empty(), 1),
                Optional.empty(),
                by);
    }

    /** Sets a trunk up. */
    public Trunk trunk(String name, int order, String host) {
        return trunk(acme, name, order, host, admin);
    }

    Trunk trunk(PortalId portal, String name, int order, String host, Caller by) {
        return one.switchboard.create(
                portal, Kinds.TRUNK, id -> trunk(portal, id, name, order, host), Optional.of("carrier secret"), by);
    }

    /** A trunk that registers by this name. */
    Trunk registered(PortalId portal, String user, String host, Caller by) {
        return one.switchboard.create(
                portal,
                Kinds.TRUNK,
                id -> {
                    Trunk made = trunk(portal, id, user, 30, host);
                    return new Trunk(
                            made.id(),
                            made.name(),
                            made.department(),
                            made.order(),
                            made.on(),
                            made.host(),
                            made.port(),
                            made.transport(),
                            user,
                            true,
                            made.expirySeconds(),
                            made.networks(),
                            made.mostCalls(),
                            made.callerId(),
                            made.ownCallerId(),
                            made.shown(),
                            made.dialled(),
                            made.prefix(),
                            1);
                },
                Optional.of("carrier secret"),
                by);
    }

    static Trunk trunk(PortalId portal, String id, String name, int order, String host) {
        return new Trunk(
                id,
                name,
                DepartmentId.defaultOf(portal),
                order,
                true,
                host,
                0,
                Optional.empty(),
                "account",
                true,
                600,
                List.of("203.0.113.0/24"),
                Optional.empty(),
                Optional.of("+493090180"),
                true,
                NumberFormat.E164,
                NumberFormat.NATIONAL,
                "",
                1);
    }

    DeviceDesk.Handed device(Extension extension) {
        return one.desk.create(acme, extension.id(), "Desk phone", Optional.empty(), 2, List.of(), admin);
    }

    static Destination to(Extension extension) {
        return new Destination(Destination.Kind.EXTENSION, extension.id());
    }

    private Sessions sessions() {
        return (Sessions) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("onEnd")) {
                        @SuppressWarnings("unchecked")
                        var listener = (Consumer<String>) arguments[0];
                        ends.add(listener);
                        return (AutoCloseable) () -> ends.remove(listener);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A session ends, of which every node hears. */
    void endSession(String session) {
        ends.forEach(listener -> listener.accept(session));
    }

    /** Anna may sign in no more, or again. */
    void enable(boolean on) {
        var draft = PersonDraft.of("anna", "Anna Berg")
                .edit()
                .memberships(anna.memberships())
                .enabled(on)
                .done();
        persons.put(
                anna.person(),
                Person.of(anna.person(), acme, draft, Instant.parse("2026-01-01T00:00:00Z"), on ? 3 : 2));
    }

    private People people() {
        return (People) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.ofNullable(persons.get((PersonId) arguments[1]))
                                .filter(person -> person.portal().equals(arguments[0]));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    public Departments departments() {
        return (Departments) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Departments.class}, (proxy, method, arguments) -> {
                    var portal = (PortalId) arguments[0];
                    if (method.getName().equals("find")) {
                        return Optional.of((DepartmentId) arguments[1])
                                .filter(id -> id.isDefaultOf(portal))
                                .map(id -> Department.of(id, portal, draft(), 1));
                    }
                    if (method.getName().equals("list")) {
                        return List.of(Department.of(DepartmentId.defaultOf(portal), portal, draft(), 1));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static DepartmentDraft draft() {
        return new DepartmentDraft(
                "Default", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /** The slice on one node. */
    public final class Node implements AutoCloseable {

        public final Books books;
        public final Switchboard switchboard;
        public final Holders holders;
        public final ServiceDesk services;
        public final ExtensionService extensions;
        public final DialPlanService plan;
        public final TrunkService trunks;
        public final CallGroupService groups;
        public final SubscriberService subscribers;
        public final SharedNumbers shared;
        public final BrowserPhones browsers;
        public final DeviceDesk desk;
        public final AccountDesk accounts;
        public final ExtensionData data;
        public final PhoneList list;
        public final AnnouncementDesk announcer;
        public final HotDeskService desks;
        private final CarrierAddresses carriers;

        private Node(String name) {
            var node = cluster.node(name);
            books = new Books(store, node);
            var settings = new SettingsReader(store, portals);
            var reach = new Reach(access, store);
            var rules = new Rules(
                    store, settings, people(), departments(), new AnnouncementsDirectory(announcements), new Small());
            var register = new Register(store, books, events, audit, secrets, unit);
            switchboard = new Switchboard(store, reach, rules, register, settings, books, unit);
            announcer = new AnnouncementDesk(
                    new AnnouncementsDirectory(announcements), switchboard, store, audit, events, unit);
            browsers = new BrowserPhones(node, portals, books, sessions());
            holders = new Holders(people(), node);
            services = new ServiceDesk(store, reach, rules, register, unit);
            extensions = new ExtensionService(books, store, reach, rules, register, unit, browsers, services, holders);
            plan = new DialPlanService(books, settings);
            trunks = new TrunkService(books);
            groups = new CallGroupService(books);
            carriers = new CarrierAddresses(books, node, new Small());
            subscribers = new SubscriberService(books, portals, secrets, plan, carriers, browsers, holders);
            shared = new SharedNumbers(books, access, portals);
            desk = new DeviceDesk(switchboard, reach, rules, register, settings, store, people(), portals, unit);
            accounts = new AccountDesk(switchboard, desk, books, secrets, portals);
            data = new ExtensionData(store, books, register, unit);
            list = new PhoneList(books);
            desks = new HotDeskService(books, store, reach, services, settings, unit, node);
        }

        StatusDesk status(Clock clock) {
            return new StatusDesk(switchboard, extensions, departments(), new SettingsReader(store, portals), clock);
        }

        List<Device> devices(Extension extension) {
            return extensions.devices(acme, extension.id());
        }

        @Override
        public void close() {
            desks.close();
            carriers.close();
            holders.close();
            books.close();
        }
    }

    /** Small numbers, so that a test reaches them. */
    private record Small() implements ExtensionsConfig {
        @Override
        public int mostOfAKind() {
            return 6;
        }

        @Override
        public int devicesPerExtension() {
            return 2;
        }

        @Override
        public int carrierMinutes() {
            return 60;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ExtensionsConfig.class;
        }
    }
}
