package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.patchbay.api.PortalId;

/** The last number given in each portal, over the unit of work's own connection. */
record Counters(Connection connection) {

    Map<PortalId, Long> all() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select PORTAL, SEQ from EVENT_COUNTER");
                ResultSet rows = query.executeQuery()) {
            Map<PortalId, Long> all = new HashMap<>();
            while (rows.next()) {
                all.put(new PortalId(rows.getString(1)), rows.getLong(2));
            }
            return all;
        }
    }

    /** 0 if there is none. */
    long last(PortalId portal) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select SEQ from EVENT_COUNTER where PORTAL = ?")) {
            query.setString(1, portal.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Notes the new last number; answers false if somebody else moved it meanwhile. */
    boolean move(PortalId portal, long from, long to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(
                from == 0
                        ? "insert into EVENT_COUNTER (SEQ, PORTAL) values (?, ?)"
                        : "update EVENT_COUNTER set SEQ = ? where PORTAL = ? and SEQ = ?")) {
            move.setLong(1, to);
            move.setString(2, portal.value());
            if (from != 0) {
                move.setLong(3, from);
            }
            return move.executeUpdate() == 1;
        }
    }
}
