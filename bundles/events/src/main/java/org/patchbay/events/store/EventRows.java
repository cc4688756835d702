package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * The rows of the journal, over the unit of work's own connection: no entity, since they are written in batches and read as
 * ranges of their key, one by one.
 */
record EventRows(Connection connection) {

    private static final String COLUMNS = "ID, " + EventColumns.NAMES + ", SEQ, LAST_SEQ";
    private static final String ADD = "insert into EVENT (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String READ = "select " + COLUMNS + " from EVENT where PORTAL = ?";
    /** How many the database hands over at a time. */
    private static final int AT_ONCE = 10;
    /** How much later than its id an event of before may say that it happened, in microseconds. */
    private static final long LATE = 10_000_000;

    void add(List<EventRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (EventRow row : rows) {
                EventColumns.write(insert, row.first(), row.more());
                insert.setLong(EventColumns.COUNT + 1, row.first().sequence());
                insert.setLong(EventColumns.COUNT + 2, row.last());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Those that hold numbers after this one, in order, up to the one with which they hold as many as are wanted. */
    List<EventRow> after(PortalId portal, long sequence, int most) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        read(
                " and LAST_SEQ > ? order by LAST_SEQ fetch first " + most + " rows only",
                row -> {
                    rows.add(row);
                    return row.last() - Math.max(sequence, rows.get(0).first().sequence() - 1) < most;
                },
                portal.value(),
                sequence);
        return rows;
    }

    /** Those that hold numbers from the first to just before the second, in order. */
    List<EventRow> within(PortalId portal, long from, long before) throws SQLException {
        return all(
                " and LAST_SEQ >= ? and LAST_SEQ < ? and SEQ < ? order by LAST_SEQ",
                portal.value(),
                from,
                before + EventRow.MOST - 1,
                before);
    }

    /** The one that ends with this number. */
    Optional<EventRow> ending(PortalId portal, long last) throws SQLException {
        return all(" and LAST_SEQ = ?", portal.value(), last).stream().findFirst();
    }

    /** The oldest, none that ends after this number; as many as hold at most so many events, but one at least. */
    List<EventRow> oldest(PortalId portal, long upTo, int most) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        read(
                " and LAST_SEQ <= ? order by LAST_SEQ fetch first " + most + " rows only",
                row -> {
                    boolean fits =
                            rows.isEmpty() || row.last() - rows.get(0).first().sequence() < most;
                    if (fits) {
                        rows.add(row);
                    }
                    return fits;
                },
                portal.value(),
                upTo);
        return rows;
    }

    /** Deletes those that end with this number or before. */
    void delete(PortalId portal, long upTo) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from EVENT where PORTAL = ? and LAST_SEQ <= ?")) {
            delete.setString(1, portal.value());
            delete.setLong(2, upTo);
            delete.executeUpdate();
        }
    }

    /** The last one with an event before this moment, in microseconds. */
    Optional<EventRow> lastBefore(PortalId portal, long moment) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select max(LAST_SEQ) from EVENT where PORTAL = ? and HAPPENED < ?")) {
            query.setString(1, portal.value());
            query.setLong(2, moment);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return ending(portal, found.getLong(1));
            }
        }
    }

    /** Finds an event by its id and the moment in that, in microseconds. */
    Optional<Event> find(PortalId portal, String id, long moment) throws SQLException {
        List<Event> found = new ArrayList<>();
        read(
                " and HAPPENED >= ? and HAPPENED <= ? and (ID = ? or OTHERS is not null or MORE is not null) order by HAPPENED",
                row -> {
                    if (row.mentions(id)) {
                        row.events().stream()
                                .filter(event -> event.id().equals(id))
                                .forEach(found::add);
                    }
                    return found.isEmpty();
                },
                portal.value(),
                moment - EventRow.SPAN,
                moment + LATE,
                id);
        return found.stream().findFirst();
    }

    private List<EventRow> all(String where, Object... values) throws SQLException {
        List<EventRow> rows = new ArrayList<>();
        read(where, rows::add, values);
        return rows;
    }

    /** Hands over row by row while the taker wants more. */
    private void read(String where, Predicate<EventRow> taker, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ + where)) {
            query.setFetchSize(AT_ONCE);
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                boolean wanted = true;
                while (wanted && rows.next()) {
                    wanted = taker.test(row(rows));
                }
            }
        }
    }

    private static EventRow row(ResultSet row) throws SQLException {
        return EventRow.resting(
                EventColumns.first(row, row.getLong(EventColumns.COUNT + 1)),
                row.getLong(EventColumns.COUNT + 2),
                EventColumns.more(row));
    }
}
