package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * The rows that may hold the first events about a subject. A subject whose id has its moment within (UUIDv7) needs no mark for
 * what happens just after that moment: the rows of that time are few, and are looked through. Most events about a call are of
 * this kind, and marks cost more than all else that is written of them. For one thread.
 */
final class BirthRows implements Lasts {

    /** How long after its moment events about a subject have no mark, in microseconds. */
    private static final long SPAN = 5_000_000;

    private final List<Long> lasts;
    private int place;

    private BirthRows(List<Long> lasts) {
        this.lasts = lasts;
    }

    /** Whether the event is found without a mark of its subject. */
    static boolean hold(Event event) {
        OptionalLong birth = Ids.moment(event.subject());
        if (birth.isEmpty()) {
            return false;
        }
        long age = Micros.of(event.time()) - Micros.ofMillis(birth.getAsLong());
        return age >= 0 && age <= SPAN;
    }

    static Lasts of(Connection connection, PortalId portal, String subject) throws SQLException {
        OptionalLong birth = Ids.moment(subject);
        return new BirthRows(
                birth.isEmpty() ? List.of() : read(connection, portal, Micros.ofMillis(birth.getAsLong())));
    }

    private static List<Long> read(Connection connection, PortalId portal, long birth) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select LAST_SEQ from EVENT where PORTAL = ? and HAPPENED >= ? and HAPPENED <= ?")) {
            query.setString(1, portal.value());
            query.setLong(2, birth - EventRow.SPAN);
            query.setLong(3, birth + SPAN);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            found.sort(Collections.reverseOrder());
            return found;
        }
    }

    @Override
    public long atMost(long last) {
        while (place < lasts.size() && lasts.get(place) > last) {
            place++;
        }
        return place < lasts.size() ? lasts.get(place) : 0;
    }
}
