package org.patchbay.scripting.run;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.PortalId;

/**
 * Portals whose scripts took the worker down twice of late: what they save does not run for a while, since each time
 * costs all other portals a moment. What runs already goes on. Thread-safe.
 */
final class Quarantine {

    private static final int HARMLESS = 1;
    private static final long MEMORY = TimeUnit.MINUTES.toNanos(10);

    private final Map<PortalId, ArrayDeque<Long>> moments = new HashMap<>();

    /** One of the portal's scripts took the worker down. */
    synchronized void add(PortalId portal, long now) {
        moments.computeIfAbsent(portal, any -> new ArrayDeque<>()).add(now);
    }

    /** How many minutes from now on the portal has to wait; 0 if it need not. */
    synchronized long minutes(PortalId portal, long now) {
        var harm = moments.getOrDefault(portal, new ArrayDeque<>());
        while (!harm.isEmpty() && now - harm.peek() > MEMORY) {
            harm.remove();
        }
        if (harm.isEmpty()) {
            moments.remove(portal);
        }
        if (harm.size() <= HARMLESS) {
            return 0;
        }
        long left = MEMORY
                - (now
                        - harm.stream()
                                .skip(harm.size() - 1L - HARMLESS)
                                .findFirst()
                                .orElse(now));
        return 1 + TimeUnit.NANOSECONDS.toMinutes(left);
    }
}
