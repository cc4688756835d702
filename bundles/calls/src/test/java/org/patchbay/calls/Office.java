package org.patchbay.calls;

import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.Scripts;
import org.patchbay.calls.store.InMemoryCallStore;
import org.patchbay.calls.store.InMemoryLimitLiftStore;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.NumberNames;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.extensions.InMemoryPhoneBook;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;
import org.patchbay.testing.signalling.FakeSignalling;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The whole slice with its own threads: Anna at 100, Bob at 101 and Carla at 102 in one portal, and another portal. */
public final class Office implements AutoCloseable {

    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final InMemoryCluster cluster = new InMemoryCluster();
    public final FakeSignalling signalling = new FakeSignalling();
    public final FakePhoneMedia media = new FakePhoneMedia();
    public final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    public final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(unit, new CallEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final InMemoryCallStore store = new InMemoryCallStore();
    public final InMemoryLimitLiftStore lifts = new InMemoryLimitLiftStore();
    public final FixedAccess access = new FixedAccess();
    public final List<CallApplication> applications = new CopyOnWriteArrayList<>();
    public final List<NumberNames> names = new CopyOnWriteArrayList<>();
    public final Map<String, Script> scripts = new ConcurrentHashMap<>();
    public final Caller.Member anna = Callers.user(acme);
    public final Caller.Member bob = Callers.user(acme);
    public final Caller.Member carla = Callers.user(acme);
    public final DepartmentId sales = new DepartmentId("sales");

    private final Small config = new Small("target/recordings/" + Ids.next());
    public final Workshop workshop = new Workshop(config);
    public final PhoneBook book = new PhoneBook(phones.dialPlan(), phones, phones, phones.trunks(), departments());
    public final ScriptHook hook = new ScriptHook(new ScriptsDirectory(List.of(engine())), events, workshop, config);
    public final CallNews news = new CallNews(signalling);
    public final Exchange exchange = exchange("one");
    public final CallService service = new CallService(exchange, store, access, audit);
    public final RecordingFolder folder = new RecordingFolder(config);
    public final CallRecordings recordings =
            new CallRecordings(service, store, folder, access, audit, events, unit, cluster.node("one"));
    public final TextNews textNews = new TextNews(cluster.node("one"), unit);
    public final CallsChannel channel = new CallsChannel(service, news, textNews);

    public Office() {
        phone(anna, "100");
        phone(bob, "101");
        phone(carla, "102");
    }

    public CallsConfig config() {
        return config;
    }

    /** Call control on another node, or after a restart. */
    public Exchange exchange(String node) {
        return new Exchange(
                signalling,
                media,
                workshop,
                book,
                hook,
                new ApplicationsDirectory(applications),
                new NamesDirectory(names),
                news,
                store,
                lifts,
                events,
                unit,
                portals,
                new PhonePrivileges(people(), access),
                cluster.node(node),
                config);
    }

    public void phone(Caller.Member owner, String number) {
        phones.put(
                acme,
                new Extension(
                        "ext-" + number,
                        number,
                        "Somebody at " + number,
                        Optional.of(owner.person()),
                        sales,
                        20,
                        2,
                        Optional.empty(),
                        true,
                        false,
                        Forwards.NONE,
                        RecordingRule.NEVER,
                        false,
                        1));
        phones.put(acme, new Device("phone-" + number, "ext-" + number, number, "phone" + number, 3, List.of(), 1));
        signalling.register(acme, "phone-" + number);
    }

    private static <T> T only(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Office.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answer;
                }));
    }

    private static Departments departments() {
        return only(
                Departments.class, Map.of("openAt", new Opening(true, "always", Map.of()), "find", Optional.empty()));
    }

    private static People people() {
        return (People) Proxy.newProxyInstance(
                Office.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        return Optional.of(person((PortalId) arguments[0], (PersonId) arguments[1]));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Person person(PortalId portal, PersonId id) {
        return new Person(
                id,
                portal,
                id.value(),
                "Somebody",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                OptionalInt.empty(),
                true,
                PersonStatus.ACTIVE,
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }

    private Scripts engine() {
        return (Scripts) Proxy.newProxyInstance(
                Office.class.getClassLoader(), new Class<?>[] {Scripts.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        return Page.of(List.copyOf(scripts.values()));
                    }
                    if (method.getName().equals("find")) {
                        return scripts.values().stream()
                                .filter(one -> one.id().equals(arguments[1]))
                                .findFirst();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    public FakeLeg call(String from, String to) {
        return signalling.call(exchange, acme, "phone-" + from, to, Optional.of(FakePhoneMedia.PHONE));
    }

    /** The phone that rings at this extension, once it does. */
    public FakeLeg ringing(String number) {
        return await().until(
                        () -> signalling.invited().stream()
                                .filter(leg -> !leg.over() && !leg.talking())
                                .filter(leg -> leg.target().toString().contains("phone-" + number + "#"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public FakeLeg[] talk(String from, String to) {
        FakeLeg caller = call(from, to);
        FakeLeg called = ringing(to);
        called.answers(FakePhoneMedia.PHONE);
        await().until(caller::talking);
        return new FakeLeg[] {caller, called};
    }

    /** The only call that was, once it is written down. */
    public CallRecord record() {
        return await().until(
                        () -> store.list(
                                        acme,
                                        org.patchbay.api.calls.CallQuery.ALL,
                                        org.patchbay.calls.store.Visible.ALL,
                                        org.patchbay.api.PageRequest.first(10))
                                .items(),
                        items -> items.size() == 1)
                .get(0);
    }

    @Override
    public void close() {
        exchange.close();
        workshop.close();
        cluster.close();
    }

    /** Small numbers. */
    private record Small(
            @Override int mostCalls, @Override int threads, @Override int scriptMillis, @Override String recordings)
            implements CallsConfig {

        Small(String recordings) {
            this(50, 4, 300, recordings);
        }

        @Override
        public int retentionDays() {
            return 365;
        }

        @Override
        public int spareMegabytes() {
            return 0;
        }

        @Override
        public int textsWaiting() {
            return 3;
        }

        @Override
        public int textDays() {
            return 7;
        }

        @Override
        public int textHistory() {
            return 20;
        }

        @Override
        public int textHistoryDays() {
            return 30;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CallsConfig.class;
        }
    }
}
