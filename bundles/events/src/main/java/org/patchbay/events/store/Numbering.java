package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** Numbers waiting events in the order of their places, over the unit of work's own connection. */
final class Numbering {

    private final Connection connection;
    private final Handed handed;
    private final Counters counters;
    private final Map<PortalId, Long> before = new HashMap<>();
    private final Map<PortalId, Long> last = new HashMap<>();

    Numbering(Connection connection, Handed handed) {
        this.connection = connection;
        this.handed = handed;
        this.counters = new Counters(connection);
    }

    List<Event> number(int most) throws SQLException {
        WaitingRows waiting = new WaitingRows(connection);
        List<String> places = waiting.places(most);
        List<Event> numbered = new ArrayList<>();
        List<EventRow> rows = new ArrayList<>();
        for (String place : places) {
            Optional<Waiting> known = handed.find(place);
            Waiting published = known.isPresent() ? known.get() : waiting.read(place);
            List<Event> events = number(published.events());
            numbered.addAll(events);
            rows.addAll(EventRow.of(events, published.more()));
        }
        if (!rows.isEmpty()) {
            new EventRows(connection).add(rows);
            new EventMarks(connection).add(rows);
            check(waiting.delete(places));
            moveCounters();
            handed.remove(places);
        }
        return numbered;
    }

    /** The events with their numbers. */
    private List<Event> number(List<Event> published) throws SQLException {
        PortalId portal = published.get(0).portal();
        if (!last.containsKey(portal)) {
            long counter = counters.last(portal);
            before.put(portal, counter);
            last.put(portal, counter);
        }
        long number = last.getOrDefault(portal, 0L);
        List<Event> events = new ArrayList<>(published.size());
        for (Event event : published) {
            number++;
            events.add(numbered(event, number));
        }
        last.put(portal, number);
        return events;
    }

    private static Event numbered(Event event, long number) {
        return new Event(
                event.id(),
                event.source(),
                event.type(),
                event.portal(),
                event.subject(),
                event.time(),
                event.causationId(),
                number,
                event.data());
    }

    private void moveCounters() throws SQLException {
        for (Map.Entry<PortalId, Long> moved : last.entrySet()) {
            check(counters.move(moved.getKey(), before.getOrDefault(moved.getKey(), 0L), moved.getValue()));
        }
    }

    /** Should two nodes ever number at a time, then one of them has done nothing. */
    private static void check(boolean mine) {
        if (!mine) {
            throw new IllegalStateException("Somebody else numbered or erased the same events");
        }
    }
}
