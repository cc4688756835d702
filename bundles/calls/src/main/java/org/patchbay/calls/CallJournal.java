package org.patchbay.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.call.Journal;
import org.patchbay.calls.limits.OutsideLimit;
import org.patchbay.calls.limits.OutsideMeter;
import org.patchbay.calls.store.CallStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what happens in calls, in order, many at a time: what was told is committed within {@link #WINDOW}, as long as
 * the database keeps up. While it does not answer everything waits, and new calls are refused once too much does.
 * Thread-safe.
 */
final class CallJournal implements Journal, AutoCloseable {

    /** How long what happened waits for more to be written with it. */
    static final Duration WINDOW = Duration.ofMillis(50);

    private static final Logger log = LoggerFactory.getLogger(CallJournal.class);
    private static final int AT_ONCE = 1_000;
    private static final int TOO_MUCH = 20_000;
    /** How often is looked for calls that are no longer young. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** After these more is known of a call that goes on. */
    private static final Set<What> TELLING = EnumSet.of(
            What.STARTED, What.RINGING, What.ANSWERED, What.TRANSFERRED, What.PARKED, What.PICKED_UP, What.JOINED);

    /** Something that waits to be written. */
    private interface Entry {
        void write(Sheets.Group group);
    }

    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final CallStore store;
    private final Events events;
    private final UnitOfWork unit;
    private final Sheets sheets;
    private final BiConsumer<PortalId, CallRecord> ended;
    private final Thread writer;
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean closed;

    /**
     * Begins to write.
     *
     * @param run names this run of the server
     * @param ended hears of each call that is over
     */
    CallJournal(CallStore store, Events events, UnitOfWork unit, String run, BiConsumer<PortalId, CallRecord> ended) {
        this.store = store;
        this.events = events;
        this.unit = unit;
        this.sheets = new Sheets(store, run, System::nanoTime);
        this.ended = ended;
        this.writer = new Thread(this::write, "calls-journal");
        writer.setDaemon(true);
        writer.start();
    }

    /** Whether so much waits that no new call should begin. */
    boolean isBehind() {
        return waiting.size() > TOO_MUCH;
    }

    private void later(Entry entry) {
        waiting.add(entry);
    }

    @Override
    public void happened(PortalId portal, LiveCall call, What what, String detail) {
        String type =
                switch (what) {
                    case STARTED -> CallEvents.STARTED;
                    case RINGING -> CallEvents.RINGING;
                    case ANSWERED -> CallEvents.ANSWERED;
                    case HELD -> CallEvents.HELD;
                    case RESUMED -> CallEvents.RESUMED;
                    case TRANSFERRED -> CallEvents.TRANSFERRED;
                    case PARKED -> CallEvents.PARKED;
                    case PICKED_UP -> CallEvents.PICKED_UP;
                    case JOINED -> CallEvents.JOINED;
                    case RECORDING_STARTED -> CallEvents.RECORDING_STARTED;
                    case RECORDING_STOPPED -> CallEvents.RECORDING_STOPPED;
                };
        later(group -> {
            if (TELLING.contains(what)) {
                group.goesOn(portal, call);
            }
            publish(events, portal, type, call, detail);
        });
    }

    /** Asks scripts, at once: the answer is awaited. */
    static void ask(Events events, PortalId portal, LiveCall call) {
        publish(events, portal, CallEvents.ASKED, call, "");
    }

    private static void publish(Events events, PortalId portal, String type, LiveCall call, String detail) {
        var data = new CallEvents.Happened(
                call.id().value(),
                call.direction().name(),
                call.state().name(),
                caller(call.parties()),
                call.called(),
                Optional.of(detail).filter(text -> !text.isEmpty()));
        events.publish(portal, type, call.id().value(), data);
    }

    private static CallEvents.Someone caller(List<CallParty> parties) {
        return parties.stream()
                .findFirst()
                .map(party -> new CallEvents.Someone(party.person().map(PersonId::value), party.number(), party.name()))
                .orElseGet(() -> new CallEvents.Someone(Optional.empty(), "", ""));
    }

    @Override
    public void decided(PortalId portal, LiveCall call, CallStep step) {
        var data = new CallEvents.Decided(
                call.id().value(),
                step.decision().step(),
                step.decision().reason(),
                step.decision().params());
        later(group -> {
            group.goesOn(portal, call);
            events.publish(portal, CallEvents.DECIDED, call.id().value(), data);
        });
    }

    @Override
    public void changed(PortalId portal, LiveCall before, LiveCall now) {
        if (now.state() != CallState.ENDED && isNew(before, now)) {
            later(group -> group.goesOn(portal, now));
        }
    }

    /** Whether no step tells what is new: a room or a menu that took the caller, or a call that this one was joined with. */
    private static boolean isNew(LiveCall before, LiveCall now) {
        boolean elsewhere = now.at().isPresent()
                && !(now.at().equals(before.at())
                        && now.answered().equals(before.answered())
                        && now.parties().equals(before.parties()));
        return elsewhere || !now.together().equals(before.together());
    }

    @Override
    public void ended(PortalId portal, CallRecord call) {
        later(group -> {
            group.isOver(portal, call);
            publishEnd(portal, call);
        });
        ended.accept(portal, call);
    }

    /** Writes a call that is over, unless that is known, in the caller's unit of work. */
    void end(PortalId portal, CallRecord call) {
        store.end(portal, call);
        publishEnd(portal, call);
    }

    private void publishEnd(PortalId portal, CallRecord call) {
        Optional<String> person = call.legs().stream()
                .filter(leg -> leg.role() == CallParty.Role.CALLER)
                .findFirst()
                .flatMap(LegRecord::person)
                .map(PersonId::value);
        var data = new CallEvents.Ended(
                call.id().value(),
                call.direction().name(),
                call.result().name(),
                new CallEvents.Someone(person, call.caller(), call.callerName()),
                call.called(),
                call.talked().toSeconds(),
                call.legs().size());
        events.publish(portal, CallEvents.ENDED, call.id().value(), data);
    }

    /** Tells of limits for calls outside. */
    OutsideMeter.Alarm alarm() {
        return new OutsideMeter.Alarm() {
            @Override
            public void reached(PortalId portal, OutsideLimit limit, String number) {
                later(group -> events.publish(
                        portal,
                        CallEvents.LIMIT_REACHED,
                        portal.value(),
                        new CallEvents.Limited(limit.word(), number)));
            }

            @Override
            public void near(PortalId portal, OutsideLimit limit, long used, long most) {
                later(group -> events.publish(
                        portal,
                        CallEvents.LIMIT_NEAR,
                        portal.value(),
                        new CallEvents.Neared(limit.word(), used, most)));
            }
        };
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                gather(batch);
                if (!batch.isEmpty() || sheets.isDue()) {
                    commit(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                log.debug("The journal of calls ends with what waits");
            }
        }
    }

    private void gather(List<Entry> batch) throws InterruptedException {
        Entry first = closed ? waiting.poll() : waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        // Whoever tells something wakes nobody in the meantime.
        if (waiting.size() < AT_ONCE && ending.await(WINDOW.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("The journal of calls writes what is left");
        }
        waiting.drainTo(batch, AT_ONCE - 1);
    }

    /** All together; where that fails, one by one, so that one that cannot be written takes no others along. */
    private void commit(List<Entry> batch) throws InterruptedException {
        try {
            write(batch, store::endAll);
            return;
        } catch (RuntimeException e) {
            log.warn("What happened in calls could not be written together: {}", e.toString());
        }
        for (Entry one : batch) {
            alone(one);
        }
    }

    /** The database may have it done again, so that what is known changes only once it is committed. */
    private void write(List<Entry> batch, Consumer<List<CallStore.Ended>> end) {
        sheets.committed(unit.call(() -> {
            Sheets.Group group = sheets.group();
            batch.forEach(entry -> entry.write(group));
            end.accept(group.ended());
            group.write();
            return group;
        }));
    }

    private void alone(Entry one) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                write(List.of(one), ended -> ended.forEach(call -> store.end(call.portal(), call.call())));
                return;
            } catch (RuntimeException e) {
                if (closed || attempt >= 5) {
                    log.error("Something that happened in a call is not written down", e);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        closed = true;
        ending.countDown();
        later(group -> {});
        try {
            writer.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
