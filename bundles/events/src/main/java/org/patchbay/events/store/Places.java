package org.patchbay.events.store;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Gives each event of this node a place behind those before it; between nodes the clock decides. Thread-safe. */
final class Places {

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Places(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long now = Micros.of(clock.instant());
        return last.accumulateAndGet(now, (before, given) -> Math.max(before + 1, given));
    }
}
