package org.patchbay.calls;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.events.Events;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Desk;
import org.patchbay.calls.call.RecordingSpace;
import org.patchbay.calls.call.Switchboard;
import org.patchbay.calls.limits.OutsideElsewhere;
import org.patchbay.calls.limits.OutsideMeter;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.plan.Facts;
import org.patchbay.calls.plan.Obstacles;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LimitLiftStore;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;

/**
 * Call control of this node: takes calls from signalling, writes them down, and closes the records of those that ended with
 * a server. Thread-safe.
 */
@Component(
        service = {Exchange.class, CallHandler.class, OngoingCalls.class},
        configurationPid = "org.patchbay.calls")
public final class Exchange implements CallHandler, OngoingCalls {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What is too old goes once an hour. */
    private static final int ROUNDS_OF_RETENTION = 240;

    private static final int AT_ONCE = 500;
    private static final byte[] HERE = {1};

    private final String run;
    private final Book book;
    private final CallStore store;
    private final CallJournal journal;
    private final LeftCalls leftCalls;
    private final Switchboard board;
    private final WakeUps wakeUps;
    private final SignsOfLife signs;
    private final CallNews news;
    private final ClusterMap runs;
    private final Task task;
    private final Portals portals;
    private final OutsideMeter meter;
    private final OutsideElsewhere elsewhere;
    private final Clock clock = Clock.systemUTC();
    private final Duration retention;
    private int rounds;

    @Activate
    public Exchange(
            @Reference Signalling signalling,
            @Reference PhoneMedia media,
            @Reference Workshop workshop,
            @Reference PhoneBook book,
            @Reference ScriptHook scripts,
            @Reference ApplicationsDirectory applications,
            @Reference NamesDirectory names,
            @Reference CallNews news,
            @Reference CallStore store,
            @Reference LimitLiftStore lifts,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Portals portals,
            @Reference PhonePrivileges people,
            @Reference Cluster cluster,
            CallsConfig config) {
        this.run = cluster.node() + '/' + Ids.next();
        this.book = book.book();
        this.store = store;
        this.portals = portals;
        this.news = news;
        this.retention = Duration.ofDays(config.retentionDays());
        var meters = new OutsideMeter[1];
        this.journal = new CallJournal(store, events, unit, run, (portal, call) -> meters[0].ended(portal, call));
        this.leftCalls = new LeftCalls(store, unit, journal);
        this.meter = new OutsideMeter(
                this.book.dialPlan(), store, lifts, this::zone, workshop.workers(), clock, journal.alarm());
        meters[0] = meter;
        this.board = new Switchboard(new Switchboard.Parts(
                signalling,
                media,
                workshop.timers(),
                workshop.threads(),
                workshop.workers(),
                clock,
                this.book,
                meter,
                scripts,
                applications,
                names,
                people,
                journal,
                new RecordingSpace(Path.of(config.recordings()), (long) config.spareMegabytes() << 20),
                config.mostCalls(),
                news::changed,
                this::voice));
        this.elsewhere = elsewhere(cluster, workshop);
        this.signs = new SignsOfLife(store, unit, run, workshop.timers(), workshop.workers(), clock, board::calling);
        this.wakeUps = new WakeUps(board, workshop.timers(), clock);
        this.runs = cluster.map("calls-runs", LEASE);
        runs.put(run, HERE);
        this.task = cluster.task("calls-caretaker-" + cluster.node(), ROUND, this::lookAround);
    }

    private OutsideElsewhere elsewhere(Cluster cluster, Workshop workshop) {
        var others = new OutsideElsewhere(
                cluster, run, workshop.timers(), workshop.workers(), clock, new OutsideElsewhere.Here() {
                    @Override
                    public Map<String, Integer> goingOn() {
                        return meter.portals().stream()
                                .filter(portal -> facts().outsideCalls(portal) > 0)
                                .collect(Collectors.toMap(PortalId::value, portal -> facts().outsideCalls(portal)));
                    }

                    @Override
                    public void ended(PortalId portal, long seconds, List<String> numbers) {
                        meter.count(portal, seconds, numbers);
                    }
                });
        meter.elsewhere(new OutsideMeter.Elsewhere() {
            @Override
            public int goingOn(PortalId portal) {
                return others.goingOn(portal);
            }

            @Override
            public void ended(PortalId portal, long seconds, List<String> numbers) {
                others.tell(portal, seconds, numbers);
            }
        });
        return others;
    }

    @Deactivate
    public void close() {
        task.close();
        board.close(PATIENCE);
        elsewhere.close();
        signs.close();
        journal.close();
        runs.remove(run);
    }

    Switchboard board() {
        return board;
    }

    public Book book() {
        return book;
    }

    public Facts facts() {
        return board.hub().facts();
    }

    public Obstacles obstacles() {
        return board.obstacles();
    }

    public OutsideMeter meter() {
        return meter;
    }

    private ZoneId zone(PortalId portal) {
        return ZoneId.of(portals.find(portal).map(Portal::zone).orElse("UTC"));
    }

    @Override
    public List<LiveCall> of(PortalId portal, String extension) {
        return board.of(portal, extension).stream().map(Call::live).toList();
    }

    @Override
    public Optional<CallId> parkedAt(PortalId portal, String place) {
        return news.parkedAt(portal, place);
    }

    @Override
    public Set<CallId> waitingIn(PortalId portal, String number) {
        return news.waitingIn(portal, number);
    }

    @Override
    public boolean takesQueueCalls(PortalId portal, String extension) {
        return board.queues().loggedIn(portal, extension);
    }

    private Desk.Voice voice(Call call) {
        String language = portals.find(call.portal()).map(Portal::language).orElse("en");
        return new Desk.Voice(language, book.dialPlan().settings(call.portal()).country());
    }

    @Override
    public LegListener incoming(PortalId portal, IncomingCall call) {
        requireJournal();
        return board.incoming(portal, call);
    }

    @Override
    public int referred(PortalId portal, String account, String phone, String number, IntConsumer told) {
        requireJournal();
        return board.referred(portal, account, phone, number, told);
    }

    private void requireJournal() {
        if (journal.isBehind()) {
            throw Problem.UNAVAILABLE.because("calls.behind", "Calls cannot be written down at the moment");
        }
    }

    /** This run is there; what others left unended is closed, and what is too old goes. */
    void lookAround() {
        runs.put(run, HERE);
        Set<String> alive = runs.entries("", AT_ONCE).keySet().stream().collect(Collectors.toSet());
        leftCalls.close(alive);
        wakeUps.look();
        if (!retention.isZero() && rounds++ % ROUNDS_OF_RETENTION == 0) {
            Page.walk(
                    page -> portals.list(Optional.empty(), page),
                    portal -> forget(portal.id(), clock.instant().minus(retention)));
        }
    }

    private void forget(PortalId portal, Instant before) {
        int gone;
        do {
            gone = store.forget(portal, before, AT_ONCE);
        } while (gone == AT_ONCE);
    }
}
