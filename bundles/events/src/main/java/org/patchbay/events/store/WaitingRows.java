package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.api.events.Event;

/** The rows of events that wait for their numbers, over the unit of work's own connection. */
record WaitingRows(Connection connection) {

    private static final String COLUMNS = "EVENT_ID, " + EventColumns.NAMES;
    private static final String FIRST = "select PLACE from EVENT_UNNUMBERED order by PLACE fetch first ";
    private static final String UP_TO = "select PLACE from EVENT_UNNUMBERED where PLACE <= ?";
    private static final String READ = "select " + COLUMNS + " from EVENT_UNNUMBERED where PLACE = ?";
    private static final String ADD =
            "insert into EVENT_UNNUMBERED (" + COLUMNS + ", PLACE) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    void add(Waiting published) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            EventColumns.write(insert, published.first(), published.more());
            insert.setString(EventColumns.COUNT + 1, published.place());
            insert.executeUpdate();
        }
    }

    /**
     * The first places, in order. Derby reads row by row: while it waits for one row, others are committed behind it, which it
     * misses, and ahead of it, which it sees, though these may follow from those. What was committed before a row that was seen
     * is there for the next look, so looking until nothing more comes finds every predecessor.
     */
    List<String> places(int most) throws SQLException {
        List<String> places;
        try (PreparedStatement query = connection.prepareStatement(FIRST + most + " rows only")) {
            places = read(query);
        }
        if (places.isEmpty()) {
            return places;
        }
        try (PreparedStatement query = connection.prepareStatement(UP_TO)) {
            query.setString(1, places.get(places.size() - 1));
            List<String> again = read(query);
            while (again.size() > places.size()) {
                places = again;
                again = read(query);
            }
        }
        return places.stream().sorted().toList();
    }

    private static List<String> read(PreparedStatement query) throws SQLException {
        List<String> places = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                places.add(rows.getString(1));
            }
        }
        return places;
    }

    /** What another node wrote, or this one before it was started anew. */
    Waiting read(String place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, place);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("Somebody else numbered or erased the same events");
                }
                return waiting(place, row);
            }
        }
    }

    private static Waiting waiting(String place, ResultSet row) throws SQLException {
        Event first = EventColumns.first(row, 0);
        String more = EventColumns.more(row);
        List<Event> events = new ArrayList<>(List.of(first));
        if (!more.isEmpty()) {
            events.addAll(MoreEvents.read(more, first.portal(), 0));
        }
        return new Waiting(place, events, more);
    }

    /** Whether all of them were there. */
    boolean delete(List<String> places) throws SQLException {
        boolean all = true;
        try (PreparedStatement delete = connection.prepareStatement("delete from EVENT_UNNUMBERED where PLACE = ?")) {
            for (String place : places) {
                delete.setString(1, place);
                delete.addBatch();
            }
            for (int count : delete.executeBatch()) {
                all &= count != 0;
            }
        }
        return all;
    }
}
