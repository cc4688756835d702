package org.patchbay.telephony;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.CallsConfig;
import org.patchbay.calls.Workshop;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Consultant;
import org.patchbay.calls.call.Desk;
import org.patchbay.calls.call.Journal;
import org.patchbay.calls.call.Names;
import org.patchbay.calls.call.RecordingSpace;
import org.patchbay.calls.call.Switchboard;
import org.patchbay.calls.plan.Book;
import org.patchbay.phonemedia.PhoneMediaConfig;
import org.patchbay.phonemedia.PhoneMediaService;
import org.patchbay.sip.SipServer;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.testing.extensions.InMemoryPhoneBook;

/** Real signalling, sound and call control on loopback, with extensions 100 to 102 that are set up in memory. */
final class TelephoneExchange implements AutoCloseable, Journal {

    final PortalId portal = TestNeighbours.ONE;
    final TestServer sip;
    /** One for all tests, as its container alone ends it. */
    private static final PhoneMediaService MEDIA = new PhoneMediaService(new Media(31_000, 30));

    /** The same, for which a phone that says nothing for four seconds has vanished. */
    static final PhoneMediaService IMPATIENT = new PhoneMediaService(new Media(31_200, 4));

    final PhoneMediaService media;
    final List<CallRecord> records = new CopyOnWriteArrayList<>();
    /** What happened, in order. */
    final List<String> told = new CopyOnWriteArrayList<>();

    final Workshop workshop = new Workshop(new Few());
    final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    final List<CallApplication> applications = new CopyOnWriteArrayList<>();
    final Switchboard board;

    TelephoneExchange(Path folder) {
        this(folder, MEDIA);
    }

    TelephoneExchange(Path folder, PhoneMediaService media) {
        this(folder, media, 100, settings -> settings);
    }

    /** With room for so many calls, and signalling that is set otherwise. */
    TelephoneExchange(Path folder, int most, UnaryOperator<SipServer.Settings> change) {
        this(folder, MEDIA, most, change);
    }

    private TelephoneExchange(
            Path folder, PhoneMediaService media, int most, UnaryOperator<SipServer.Settings> change) {
        this.media = media;
        sip = new TestServer(change);
        for (String number : List.of("100", "101", "102")) {
            phones.put(
                    portal,
                    new Extension(
                            "ext-" + number,
                            number,
                            "Somebody at " + number,
                            Optional.of(person(number)),
                            DepartmentId.defaultOf(portal),
                            20,
                            2,
                            Optional.empty(),
                            true,
                            false,
                            Forwards.NONE,
                            RecordingRule.NEVER,
                            false,
                            1));
            phones.put(portal, new Device("account-" + number, "ext-" + number, number, number, 3, List.of(), 1));
        }
        var departments = (Departments) Proxy.newProxyInstance(
                TelephoneExchange.class.getClassLoader(),
                new Class<?>[] {Departments.class},
                (proxy, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        board = new Switchboard(new Switchboard.Parts(
                sip.server,
                media,
                workshop.timers(),
                workshop.threads(),
                workshop.workers(),
                Clock.systemUTC(),
                new Book(phones.dialPlan(), phones, phones, phones.trunks(), departments),
                (at, number, when, goingOn) -> Optional.empty(),
                new Consultant() {
                    @Override
                    public boolean wanted(PortalId asked) {
                        return false;
                    }

                    @Override
                    public void ask(Call call) {
                        throw new UnsupportedOperationException();
                    }
                },
                (at, wanted) -> applications.stream()
                        .filter(one -> one.takes(at, wanted))
                        .findFirst(),
                new Names() {
                    @Override
                    public boolean areThere() {
                        return false;
                    }

                    @Override
                    public Optional<String> of(PortalId asked, String number) {
                        return Optional.empty();
                    }
                },
                (at, by, right, call) -> false,
                this,
                new RecordingSpace(folder.resolve("recordings"), 0),
                most,
                call -> {},
                call -> new Desk.Voice("en", "DE")));
        sip.neighbours.handler = board;
    }

    static PersonId person(String number) {
        return new PersonId("person-" + number);
    }

    boolean registered(String number) {
        return !sip.server.registrations(portal, "account-" + number).isEmpty();
    }

    @Override
    public void happened(PortalId at, LiveCall call, What what, String detail) {
        told.add(detail.isEmpty() ? what.name() : what + " " + detail);
    }

    @Override
    public void decided(PortalId at, LiveCall call, CallStep step) {}

    @Override
    public void changed(PortalId at, LiveCall before, LiveCall now) {}

    @Override
    public void ended(PortalId at, CallRecord call) {
        records.add(call);
    }

    @Override
    public void close() {
        board.close(Duration.ofSeconds(5));
        sip.close();
        workshop.close();
    }

    private record Few(@Override int mostCalls, @Override int threads, @Override int scriptMillis)
            implements CallsConfig {

        Few() {
            this(100, 4, 300);
        }

        @Override
        public int retentionDays() {
            return 0;
        }

        @Override
        public String recordings() {
            return "target/recordings";
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

    /** Sound on loopback alone. */
    private record Media(@Override int firstPort, @Override int silentSeconds) implements PhoneMediaConfig {

        @Override
        public int lastPort() {
            return firstPort + 198;
        }

        @Override
        public String bind() {
            return "127.0.0.1";
        }

        @Override
        public String addresses() {
            return "127.0.0.1";
        }

        @Override
        public int maxPorts() {
            return 50;
        }

        @Override
        public int maxOpus() {
            return 2;
        }

        @Override
        public int maxRooms() {
            return 4;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public String prompts() {
            return "";
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PhoneMediaConfig.class;
        }
    }
}
