package org.patchbay.calls;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.calls.call.Meter;
import org.patchbay.calls.store.CallStore;

/**
 * What each portal called outside today (UTC), against its limits. What was before this run of the server is read from the
 * records when a portal first calls outside. Thread-safe.
 */
final class OutsideMeter implements Meter {

    private static final int MOST_NUMBERS = 100_000;

    private final DialPlan plan;
    private final CallStore store;
    private final Executor workers;
    private final Clock clock;
    private final Alarm alarm;
    private final Instant begun;
    private final Map<PortalId, Day> days = new ConcurrentHashMap<>();

    /** Hears that a limit is reached, once a day and limit. */
    interface Alarm {
        void reached(PortalId portal, String limit, String number);
    }

    OutsideMeter(DialPlan plan, CallStore store, Executor workers, Clock clock, Alarm alarm) {
        this.plan = plan;
        this.store = store;
        this.workers = workers;
        this.clock = clock;
        this.alarm = alarm;
        this.begun = clock.instant();
    }

    private static final class Day {
        final Instant begin;
        final Set<String> numbers = new HashSet<>();
        final Set<String> alarms = new HashSet<>();
        long seconds;

        Day(Instant begin) {
            this.begin = begin;
        }
    }

    private Day today(PortalId portal) {
        Instant begin = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return days.compute(portal, (same, day) -> {
            if (day != null && day.begin.equals(begin)) {
                return day;
            }
            var fresh = new Day(begin);
            workers.execute(() -> read(portal, fresh));
            return fresh;
        });
    }

    private void read(PortalId portal, Day day) {
        CallStore.Usage before = store.usage(portal, day.begin, begun);
        synchronized (day) {
            day.seconds += before.seconds();
            before.numbers().forEach(number -> remember(portal, day, number));
        }
    }

    private void remember(PortalId portal, Day day, String dialled) {
        if (day.numbers.size() < MOST_NUMBERS) {
            day.numbers.add(plan.e164(portal, dialled).orElse(dialled));
        }
    }

    @Override
    public Optional<String> limit(PortalId portal, String number, Instant at, int goingOn) {
        CallLimits limits = plan.settings(portal).limits();
        Day day = today(portal);
        synchronized (day) {
            Optional<String> reached = reached(limits, day, number, goingOn);
            if (reached.isPresent() && day.alarms.add(reached.get())) {
                alarm.reached(portal, reached.get(), number);
            }
            return reached;
        }
    }

    private static Optional<String> reached(CallLimits limits, Day day, String number, int goingOn) {
        if (limits.simultaneous().filter(most -> goingOn >= most).isPresent()) {
            return Optional.of("simultaneous");
        }
        if (limits.minutesPerDay().filter(most -> day.seconds >= most * 60L).isPresent()) {
            return Optional.of("minutes");
        }
        boolean fresh = !day.numbers.contains(number);
        return limits.destinationsPerDay()
                .filter(most -> fresh && day.numbers.size() >= most)
                .map(most -> "destinations");
    }

    /** A call is over. */
    void ended(PortalId portal, CallRecord call) {
        boolean outside = call.direction() == CallDirection.OUTGOING
                || call.legs().stream()
                        .anyMatch(leg -> !leg.incoming() && leg.trunk().isPresent());
        if (!outside) {
            return;
        }
        Day day = today(portal);
        synchronized (day) {
            day.seconds += call.talked().toSeconds();
            call.legs().stream()
                    .filter(leg -> !leg.incoming() && leg.trunk().isPresent())
                    .forEach(leg -> remember(portal, day, leg.number()));
        }
    }
}
