package org.patchbay.calls.limits;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.calls.call.Meter;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LimitLiftStore;

/**
 * What each portal called outside today, by its own clock, against its limits. What was before this run of the server, and
 * which limits are lifted, is read from the database when a portal first calls outside on a day. Thread-safe.
 */
public final class OutsideMeter implements Meter {

    private final DialPlan plan;
    private final CallStore store;
    private final LimitLiftStore lifts;
    private final Function<PortalId, ZoneId> zones;
    private final Executor workers;
    private final Clock clock;
    private final Alarm alarm;
    private final Instant begun;
    private volatile Elsewhere elsewhere = Elsewhere.NOWHERE;
    private final Map<PortalId, OutsideDay> days = new ConcurrentHashMap<>();

    /** Hears how things stand with a limit, once a day and limit. */
    public interface Alarm {
        /** The call to this number was refused. */
        void reached(PortalId portal, OutsideLimit limit, String number);

        /** Four fifths of the most are used. */
        void near(PortalId portal, OutsideLimit limit, long used, long most);
    }

    /** The other servers of the cluster. */
    public interface Elsewhere {

        /** There are none. */
        Elsewhere NOWHERE = new Elsewhere() {
            @Override
            public int goingOn(PortalId portal) {
                return 0;
            }

            @Override
            public void ended(PortalId portal, long seconds, List<String> numbers) {}
        };

        /** How many calls outside go on there. */
        int goingOn(PortalId portal);

        /** Is told of one that ended here. */
        void ended(PortalId portal, long seconds, List<String> numbers);
    }

    public OutsideMeter(
            DialPlan plan,
            CallStore store,
            LimitLiftStore lifts,
            Function<PortalId, ZoneId> zones,
            Executor workers,
            Clock clock,
            Alarm alarm) {
        this.plan = plan;
        this.store = store;
        this.lifts = lifts;
        this.zones = zones;
        this.workers = workers;
        this.clock = clock;
        this.alarm = alarm;
        this.begun = clock.instant();
    }

    /** From now on calls on other servers count too. */
    public void elsewhere(Elsewhere others) {
        elsewhere = others;
    }

    /** The portals that called outside today, or before. */
    public Set<PortalId> portals() {
        return Set.copyOf(days.keySet());
    }

    private OutsideDay today(PortalId portal) {
        Instant now = clock.instant();
        return days.compute(portal, (same, day) -> {
            if (day != null && day.has(now)) {
                return day;
            }
            OutsideDay fresh = OutsideDay.at(now, zones.apply(portal));
            workers.execute(() -> read(portal, fresh));
            return fresh;
        });
    }

    private void read(PortalId portal, OutsideDay day) {
        CallStore.Usage before = store.usage(portal, day.begin, begun);
        var lifted = lifts.of(portal, day.date);
        synchronized (day) {
            day.talked(before.seconds());
            before.numbers().forEach(number -> remember(portal, day, number));
            day.lift(lifted);
        }
    }

    private void remember(PortalId portal, OutsideDay day, String dialled) {
        day.called(plan.e164(portal, dialled).orElse(dialled));
    }

    @Override
    public Optional<String> limit(PortalId portal, String number, Instant at, int here) {
        int goingOn = here + elsewhere.goingOn(portal);
        CallLimits limits = plan.settings(portal).limits();
        OutsideDay day = today(portal);
        synchronized (day) {
            Optional<OutsideLimit> reached = day.forbids(limits, number, goingOn);
            if (reached.isPresent()) {
                if (day.alarms(reached.get())) {
                    alarm.reached(portal, reached.get(), number);
                }
            } else {
                warn(portal, day, limits, goingOn + 1);
            }
            return reached.map(OutsideLimit::word);
        }
    }

    private void warn(PortalId portal, OutsideDay day, CallLimits limits, int goingOn) {
        for (OutsideLimit limit : OutsideLimit.values()) {
            if (day.state(limit, limits, goingOn) == LimitsToday.State.NEAR && day.warns(limit)) {
                alarm.near(
                        portal,
                        limit,
                        day.used(limit, goingOn),
                        limit.most(limits).orElseThrow());
            }
        }
    }

    /** A call is over. */
    public void ended(PortalId portal, CallRecord call) {
        boolean outside = call.direction() == CallDirection.OUTGOING
                || call.legs().stream()
                        .anyMatch(leg -> !leg.incoming() && leg.trunk().isPresent());
        if (!outside) {
            return;
        }
        long seconds = call.talked().toSeconds();
        List<String> numbers = call.legs().stream()
                .filter(leg -> !leg.incoming() && leg.trunk().isPresent())
                .map(LegRecord::number)
                .toList();
        count(portal, seconds, numbers);
        OutsideDay day = today(portal);
        synchronized (day) {
            warn(portal, day, plan.settings(portal).limits(), 0);
        }
        elsewhere.ended(portal, seconds, numbers);
    }

    /** Counts a call that ended, here or on another server. */
    public void count(PortalId portal, long seconds, List<String> numbers) {
        OutsideDay day = today(portal);
        synchronized (day) {
            day.talked(seconds);
            numbers.forEach(number -> remember(portal, day, number));
        }
    }

    /** How things stand, with so many calls outside on this server. */
    LimitsToday today(PortalId portal, int here) {
        int goingOn = here + elsewhere.goingOn(portal);
        CallLimits limits = plan.settings(portal).limits();
        OutsideDay day = today(portal);
        synchronized (day) {
            return new LimitsToday(
                    day.end,
                    Arrays.stream(OutsideLimit.values())
                            .map(limit -> new LimitsToday.LimitToday(
                                    limit,
                                    day.used(limit, goingOn),
                                    limit.most(limits),
                                    day.state(limit, limits, goingOn)))
                            .toList());
        }
    }

    /** Lifts a limit for the rest of the day, or has it hold again; whether that changes anything. Waits for the database. */
    boolean lift(PortalId portal, OutsideLimit limit, boolean on) {
        return lifts.lift(portal, today(portal).date, limit, on);
    }

    /** Somebody lifted a limit or had one hold again, maybe on another node. */
    void lifted(PortalId portal) {
        OutsideDay day = today(portal);
        var lifted = lifts.of(portal, day.date);
        synchronized (day) {
            day.lift(lifted);
        }
    }
}
