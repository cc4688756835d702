package org.patchbay.click2meet;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.click2meet.ring.Reachability;
import org.patchbay.click2meet.store.InMemoryLinkStore;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.InMemorySessions;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.mail.RecordedMails;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice on some nodes: Anna, whose link visitors open, in one portal, and another portal. */
public final class World implements AutoCloseable {

    public final InMemoryCluster cluster = new InMemoryCluster();
    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    public final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(unit, new Click2MeetEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final RecordedMails mails = new RecordedMails();
    public final Access access = new RoleAccess(portals);
    final InMemorySessions sessions = new InMemorySessions(access);
    final List<MeetingDraft> started = new CopyOnWriteArrayList<>();

    public final Caller.Member anna = Callers.user(acme);
    private final InMemoryLinkStore store = new InMemoryLinkStore();
    private final Map<PersonId, Person> persons = new ConcurrentHashMap<>();
    private final int ringSeconds;
    private volatile boolean meetingsFail;

    /** Last, because it is made of the others. */
    public final Node one;

    public World() {
        this(60);
    }

    World(int ringSeconds) {
        this.ringSeconds = ringSeconds;
        one = new Node("one");
        person(anna, "Anna Berg", Optional.of("anna@acme.example"));
    }

    /** Somebody with an account; the caller is theirs. */
    public void person(Caller.Member caller, String name, Optional<String> email) {
        PersonDraft draft = PersonDraft.of(caller.person().value(), name)
                .edit()
                .email(email)
                .memberships(caller.memberships())
                .done();
        persons.put(
                caller.person(),
                Person.of(caller.person(), caller.portal(), draft, Instant.parse("2026-01-01T00:00:00Z"), 1));
    }

    void change(PersonId person, UnaryOperator<Person> change) {
        persons.computeIfPresent(person, (id, present) -> change.apply(present));
    }

    void disable(PersonId person) {
        change(person, present -> present.with(PersonStatus.DISABLED));
    }

    void delete(PersonId person) {
        persons.remove(person);
    }

    /** Lets time pass, for the slice and for what expires. */
    void pass(Duration time) {
        clock.pass(time);
        cluster.pass(time);
    }

    void meetingsFail(boolean fail) {
        meetingsFail = fail;
    }

    public Node node(String name) {
        return new Node(name);
    }

    @Override
    public void close() {
        one.close();
        cluster.close();
    }

    static PortalDraft withoutFeatures(PortalDraft draft) {
        return new PortalDraft(
                draft.name(),
                draft.host(),
                draft.language(),
                draft.zone(),
                draft.accent(),
                draft.webInterface(),
                draft.expires(),
                draft.participantLimit(),
                draft.profiles(),
                Set.of(),
                draft.support(),
                draft.meetingDefaults());
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

    private Meetings meetings() {
        return (Meetings) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Meetings.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("start")) {
                        return start((MeetingDraft) arguments[1], (Caller.Member) arguments[2]);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Meeting start(MeetingDraft draft, Caller.Member host) {
        if (meetingsFail) {
            throw Problem.FORBIDDEN.because("portal.expired", "The portal has expired");
        }
        started.add(draft);
        return new Meeting(
                Ids.next(),
                draft.title(),
                "code " + started.size(),
                host.person().value(),
                "standard",
                "standard",
                draft.lobby().orElseThrow(),
                ScreenSharing.EVERYBODY,
                Optional.empty(),
                Meeting.State.OPEN,
                clock.instant(),
                Optional.empty(),
                List.of());
    }

    /** The slice on one node. */
    public final class Node implements AutoCloseable {

        public final Reachability reachability;
        public final PersonalLinks links;
        public final RingService rings;
        public final MessageService messages;
        public final QueueChannel queue;
        public final RingingChannel ringing;

        private Node(String name) {
            var node = cluster.node(name);
            reachability = new Reachability(node);
            links = new PersonalLinks(store, people(), portals, access, events, audit, unit, node, clock);
            rings = new RingService(
                    links, reachability, sessions, meetings(), events, unit, node, new Small(ringSeconds), clock);
            messages = new MessageService(links, mails, portals, events, unit, node, new Small(ringSeconds), clock);
            queue = new QueueChannel(rings, reachability);
            ringing = new RingingChannel(rings, access);
        }

        @Override
        public void close() {
            reachability.close();
            ringing.close();
        }
    }

    /** Small numbers, so that a test reaches them. */
    private record Small(@Override int ringSeconds) implements Click2MeetConfig {
        @Override
        public int waitingPerPerson() {
            return 3;
        }

        @Override
        public int waitingPerAddress() {
            return 4;
        }

        @Override
        public int ringsPerAddress() {
            return 8;
        }

        @Override
        public int messagesPerAddress() {
            return 2;
        }

        @Override
        public int messagesPerPerson() {
            return 3;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Click2MeetConfig.class;
        }
    }
}
