package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.NumberFormat;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.plan.Verdict;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.extensions.InMemoryPhoneBook;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.phonemedia.FakePort;
import org.patchbay.testing.signalling.FakeLeg;
import org.patchbay.testing.signalling.FakeSignalling;

/** A switchboard with extensions 100 to 103, each with a phone, and a trunk; nothing happens by itself. */
public final class Exchange {

    public static final String SDP = FakePhoneMedia.PHONE;

    public final PortalId portal = new PortalId(Ids.next());
    public final DepartmentId department = DepartmentId.defaultOf(portal);
    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    public final ManualTimers timers = new ManualTimers(clock);
    public final FakeSignalling signalling = new FakeSignalling();
    public final FakePhoneMedia media = new FakePhoneMedia();
    public final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    public final PaperJournal journal = new PaperJournal();
    private final Map<String, PersonId> persons = new ConcurrentHashMap<>();
    public volatile Opening opening = new Opening(true, "always", Map.of());
    public volatile Optional<Verdict> verdict = Optional.empty();
    public volatile Set<Right> rights = Set.of();
    public final List<CallApplication> applications = new CopyOnWriteArrayList<>();
    public final Map<String, String> names = new ConcurrentHashMap<>();
    /** What a CRM knows, which takes its time. */
    public final Map<String, String> records = new ConcurrentHashMap<>();

    private final Deque<Runnable> late = new ConcurrentLinkedDeque<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile Optional<String> limit = Optional.empty();
    /** What the disk of recordings takes. */
    public volatile long usableBytes = 1_000_000;

    public final Book book = new Book(phones.dialPlan(), phones, phones, phones.trunks(), departments());
    public final Switchboard board;

    public Exchange() {
        this(1_000);
    }

    public Exchange(int most) {
        for (String number : List.of("100", "101", "102", "103")) {
            extension(number);
            device(number, "phone-" + number);
        }
        phones.put(portal, trunk("carrier", 1));
        board = new Switchboard(new Switchboard.Parts(
                signalling,
                media,
                timers,
                Runnable::run,
                Runnable::run,
                clock,
                book,
                (at, number, when, goingOn) -> limit,
                new Consultant() {
                    @Override
                    public boolean wanted(PortalId asked) {
                        return verdict.isPresent();
                    }

                    @Override
                    public void ask(Call call) {
                        call.consulted(verdict.orElseThrow());
                    }
                },
                (at, wanted) -> applications.stream()
                        .filter(one -> one.takes(at, wanted))
                        .findFirst(),
                new Names() {
                    @Override
                    public boolean areThere() {
                        return !names.isEmpty() || !records.isEmpty();
                    }

                    @Override
                    public Optional<String> of(PortalId at, String number) {
                        asked.add(number);
                        return Optional.ofNullable(names.get(number));
                    }

                    @Override
                    public void later(PortalId at, String number, Consumer<String> then) {
                        Optional.ofNullable(records.get(number)).ifPresent(name -> late.add(() -> then.accept(name)));
                    }
                },
                (at, by, right, departments) -> rights.contains(right),
                journal,
                new RecordingSpace(Path.of("target", "recordings"), 1_000, () -> usableBytes),
                most,
                call -> {},
                call -> new Desk.Voice("en", "DE")));
    }

    /** The CRM answers what it was asked. */
    public void recordsCome() {
        for (Runnable answer = late.poll(); answer != null; answer = late.poll()) {
            answer.run();
        }
    }

    private Departments departments() {
        return (Departments) Proxy.newProxyInstance(
                Exchange.class.getClassLoader(), new Class<?>[] {Departments.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("openAt")) {
                        return opening;
                    }
                    if (method.getName().equals("find")) {
                        return Optional.empty();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Who the extension belongs to. */
    public PersonId person(String number) {
        return persons.computeIfAbsent(number, none -> new PersonId(Ids.next()));
    }

    public Extension extension(String number) {
        var made = new Extension(
                "ext-" + number,
                number,
                "Somebody at " + number,
                Optional.of(person(number)),
                department,
                20,
                2,
                Optional.empty(),
                true,
                false,
                Forwards.NONE,
                RecordingRule.NEVER,
                false,
                1);
        phones.put(portal, made);
        return made;
    }

    /** A phone that is registered. */
    public void device(String number, String id) {
        phones.put(portal, new Device(id, "ext-" + number, id, id, 3, List.of(), 1));
        signalling.register(portal, id);
    }

    public Trunk trunk(String id, int order) {
        return new Trunk(
                id,
                id,
                department,
                order,
                true,
                "sip.carrier.example",
                0,
                Optional.empty(),
                "acme",
                true,
                300,
                List.of(),
                Optional.empty(),
                Optional.of("+4930555"),
                true,
                NumberFormat.E164,
                NumberFormat.INTERNATIONAL,
                "",
                1);
    }

    public void inbound(String number, Destination to, Optional<Destination> closed) {
        phones.put(portal, new InboundNumber("in-" + number.substring(1), number, "Line", department, to, closed, 1));
    }

    public static Destination to(String number) {
        return new Destination(Destination.Kind.EXTENSION, "ext-" + number);
    }

    /** The phone of an extension calls. */
    public FakeLeg call(String from, String to) {
        return signalling.call(board, portal, "phone-" + from, to, Optional.of(SDP));
    }

    /** The two talk. */
    public FakeLeg[] talk(String from, String to) {
        FakeLeg caller = call(from, to);
        FakeLeg called = signalling.last("phone-" + to);
        called.rings();
        called.answers(SDP);
        assertThat(caller.talking()).isTrue();
        return new FakeLeg[] {caller, called};
    }

    /** The port at which this phone is. */
    public FakePort port(FakeLeg leg) {
        return media.of(leg.description().orElseThrow());
    }

    /** Whether the two hear each other. */
    public boolean hear(FakeLeg one, FakeLeg other) {
        return port(one).hears().equals(Optional.of(port(other)))
                && port(other).hears().equals(Optional.of(port(one)));
    }

    public boolean hearsMusic(FakeLeg leg) {
        return port(leg).playing().equals(List.of(new Prompt.Music()));
    }

    public Call only() {
        assertThat(board.of(portal)).hasSize(1);
        return board.of(portal).get(0);
    }

    public void pass(int seconds) {
        timers.pass(Duration.ofSeconds(seconds));
    }

    /** Nothing is left of any call. */
    public void requireQuiet() {
        assertThat(board.isEmpty()).as("calls left over").isTrue();
        assertThat(signalling.open()).as("legs left over").isEmpty();
        assertThat(media.open()).as("ports left over").isEmpty();
        assertThat(timers.waiting()).as("timers left over").isZero();
    }
}
