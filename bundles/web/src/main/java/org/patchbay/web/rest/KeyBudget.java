package org.patchbay.web.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many for each name in a span of time. Thread-safe. */
final class KeyBudget {

    private final Map<String, Integer> used = new HashMap<>();
    private final Clock clock;
    private final Duration span;
    private final int limit;
    private Instant fresh;

    KeyBudget(Clock clock, Duration span, int limit) {
        this.clock = clock;
        this.span = span;
        this.limit = limit;
        this.fresh = clock.instant().plus(span);
    }

    /** Takes one; false when the span's are used up. */
    synchronized boolean take(String name) {
        var now = clock.instant();
        if (now.isAfter(fresh)) {
            used.clear();
            fresh = now.plus(span);
        }
        return used.merge(name, 1, Integer::sum) <= limit;
    }
}
