package org.patchbay.events.store;

import java.util.List;
import org.patchbay.api.events.Event;

/**
 * The events of a portal that one unit of work published and that wait for their numbers. Immutable.
 *
 * @param place in the order of publishing
 * @param more those after the first as {@link MoreEvents} wrote them, empty if there are none
 */
record Waiting(String place, List<Event> events, String more) {

    private static final String ZEROS = "0".repeat(19);

    Waiting {
        events = List.copyOf(events);
    }

    static Waiting of(List<Event> events, long place) {
        String digits = Long.toString(place);
        return new Waiting(
                ZEROS.substring(digits.length()) + digits + '/' + events.get(0).id(),
                events,
                events.size() == 1 ? "" : MoreEvents.write(events.subList(1, events.size())));
    }

    Event first() {
        return events.get(0);
    }
}
