package org.patchbay.calls.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.cluster.Registration;
import org.patchbay.testing.cluster.MovableClock;

/** Timers that go with a clock that a test moves. Thread-safe. */
public final class ManualTimers implements Timers {

    private record Entry(Instant due, Runnable task) {}

    private final MovableClock clock;
    private final List<Entry> entries = new ArrayList<>();

    public ManualTimers(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Registration after(Duration time, Runnable task) {
        var entry = new Entry(clock.instant().plus(time), task);
        entries.add(entry);
        return () -> forget(entry);
    }

    private synchronized void forget(Entry entry) {
        entries.remove(entry);
    }

    /** How many wait. */
    public synchronized int waiting() {
        return entries.size();
    }

    /** Lets time pass; what is due happens at its moment. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (true) {
            Optional<Entry> next = next(end);
            if (next.isEmpty()) {
                break;
            }
            clock.pass(Duration.between(clock.instant(), next.get().due()));
            next.get().task().run();
        }
        clock.pass(Duration.between(clock.instant(), end));
    }

    private synchronized Optional<Entry> next(Instant end) {
        Optional<Entry> next =
                entries.stream().filter(entry -> !entry.due().isAfter(end)).min(Comparator.comparing(Entry::due));
        next.ifPresent(entries::remove);
        return next;
    }
}
