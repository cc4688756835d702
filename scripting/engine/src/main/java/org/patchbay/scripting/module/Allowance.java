package org.patchbay.scripting.module;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** So many in a minute for each script. Thread-safe. */
final class Allowance {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int limit;
    private final Map<String, Integer> taken = new HashMap<>();
    private long minuteEnd = System.nanoTime() + MINUTE;

    Allowance(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }

    synchronized boolean take(String script) {
        long now = System.nanoTime();
        if (now - minuteEnd >= 0) {
            minuteEnd = now + MINUTE;
            taken.clear();
        }
        return taken.merge(script, 1, Integer::sum) <= limit;
    }
}
