package org.patchbay.events.personal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * What this node numbered last, as it rests: many subscribers follow at once, and each would read it for itself. Thread-safe.
 */
final class RecentEvents {

    private static final int MOST = 2_000;

    private final Map<PortalId, List<Event>> events = new HashMap<>();
    private int size;

    /** Takes what was numbered and committed, in order. */
    synchronized void add(List<Event> numbered) {
        if (numbered.size() > MOST - size) {
            clear();
        }
        for (Event event : numbered.subList(Math.max(0, numbered.size() - MOST), numbered.size())) {
            List<Event> known = events.computeIfAbsent(event.portal(), portal -> new ArrayList<>());
            if (!known.isEmpty() && last(known) + 1 != event.sequence()) {
                size -= known.size();
                known.clear();
            }
            known.add(event);
            size++;
        }
    }

    private static long last(List<Event> known) {
        return known.get(known.size() - 1).sequence();
    }

    /** What follows this number; empty unless the next one is here. */
    synchronized Optional<List<Event>> after(PortalId portal, long sequence, int most) {
        List<Event> known = events.getOrDefault(portal, List.of());
        if (known.isEmpty() || sequence >= last(known)) {
            return Optional.empty();
        }
        long from = sequence + 1 - known.get(0).sequence();
        return from < 0
                ? Optional.empty()
                : Optional.of(List.copyOf(known.subList((int) from, (int) Math.min(known.size(), from + most))));
    }

    synchronized void clear() {
        events.clear();
        size = 0;
    }
}
