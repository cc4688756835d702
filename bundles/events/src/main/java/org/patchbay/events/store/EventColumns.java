package org.patchbay.events.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * How events stand in a row, of the journal as of those that wait: the first in columns of its own, which begin with its id, the
 * others as {@link MoreEvents} wrote them, in OTHERS, or in MORE where they were written before there was that.
 */
final class EventColumns {

    /** Those after the id, whose name is not the same everywhere. */
    static final String NAMES = "PORTAL, SOURCE, TYPE, SUBJECT, HAPPENED, CAUSATION, DATA, OTHERS, MORE";

    /** How many there are, with the id. */
    static final int COUNT = 10;

    private EventColumns() {}

    static void write(PreparedStatement insert, Event first, String more) throws SQLException {
        insert.setString(1, first.id());
        insert.setString(2, first.portal().value());
        insert.setString(3, first.source());
        insert.setString(4, first.type());
        insert.setString(5, first.subject());
        insert.setLong(6, Micros.of(first.time()));
        insert.setString(7, first.causationId().orElse(null));
        insert.setString(8, first.data());
        insert.setBytes(9, more.isEmpty() ? null : more.getBytes(StandardCharsets.UTF_8));
        insert.setString(10, null);
    }

    /** The first event, with this number. */
    static Event first(ResultSet row, long sequence) throws SQLException {
        return new Event(
                row.getString(1),
                row.getString(3),
                row.getString(4),
                new PortalId(row.getString(2)),
                row.getString(5),
                Micros.toInstant(row.getLong(6)),
                Optional.ofNullable(row.getString(7)),
                sequence,
                row.getString(8));
    }

    /** The others, empty if there are none. */
    static String more(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(9);
        String text = bytes == null ? row.getString(10) : new String(bytes, StandardCharsets.UTF_8);
        return text == null ? "" : text;
    }
}
