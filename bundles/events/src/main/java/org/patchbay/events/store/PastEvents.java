package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;

/** Reads the journal of a portal from the newest to the oldest, a few rows at a time. For one thread. */
final class PastEvents {

    private final Connection connection;
    private final EventRows rows;
    private final PortalId portal;
    private final EventFilter filter;

    PastEvents(Connection connection, PortalId portal, EventFilter filter) {
        this.connection = connection;
        this.rows = new EventRows(connection);
        this.portal = portal;
        this.filter = filter;
    }

    List<Event> before(long sequence, int most) throws SQLException {
        return filter.type().isEmpty() && filter.subject().isEmpty() ? all(sequence, most) : marked(sequence, most);
    }

    /** Numbers have no gap, so a window of as many numbers as are missing holds them. */
    private List<Event> all(long sequence, int most) throws SQLException {
        List<Event> found = new ArrayList<>();
        long before = Math.min(sequence, new Counters(connection).last(portal) + 1);
        while (found.size() < most && before > 1) {
            List<EventRow> next = rows.within(portal, Math.max(1, before - (most - found.size())), before);
            if (next.isEmpty()) {
                break;
            }
            take(next, before, most, found);
            before = next.get(0).first().sequence();
        }
        return found;
    }

    private List<Event> marked(long sequence, int most) throws SQLException {
        List<Event> found = new ArrayList<>();
        Lasts marked = new EventMarks(connection).of(portal, filter);
        long up = Math.min(sequence, Long.MAX_VALUE - EventRow.MOST) + EventRow.MOST - 2;
        long last = marked.atMost(up);
        while (last > 0 && found.size() < most) {
            take(rows.ending(portal, last).stream().toList(), sequence, most, found);
            last = marked.atMost(last - 1);
        }
        return found;
    }

    /** Adds what is wanted of rows that are in order. */
    private void take(List<EventRow> inOrder, long before, int most, List<Event> found) {
        for (int i = inOrder.size() - 1; i >= 0 && found.size() < most; i--) {
            List<Event> events = inOrder.get(i).events();
            for (int k = events.size() - 1; k >= 0 && found.size() < most; k--) {
                Event event = events.get(k);
                if (event.sequence() < before && filter.matches(event)) {
                    found.add(event);
                }
            }
        }
    }
}
