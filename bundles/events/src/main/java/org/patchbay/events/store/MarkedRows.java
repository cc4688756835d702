package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.api.PortalId;

/** The rows with one word, read from the index a page at a time. For one thread. */
final class MarkedRows implements Lasts {

    private static final int PAGE = 100;
    private static final String READ = "select LAST_SEQ from EVENT_MARK where PORTAL = ? and WORD = ? and LAST_SEQ <= ?"
            + " order by LAST_SEQ desc fetch first " + PAGE + " rows only";

    private final Connection connection;
    private final PortalId portal;
    private final String word;
    private List<Long> page = List.of();
    private int place;
    private boolean ended;

    MarkedRows(Connection connection, PortalId portal, String word) {
        this.connection = connection;
        this.portal = portal;
        this.word = word;
    }

    @Override
    public long atMost(long last) throws SQLException {
        while (true) {
            while (place < page.size() && page.get(place) > last) {
                place++;
            }
            if (place < page.size()) {
                return page.get(place);
            }
            if (ended) {
                return 0;
            }
            page = read(last);
            place = 0;
            ended = page.size() < PAGE;
        }
    }

    private List<Long> read(long last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, portal.value());
            query.setString(2, word);
            query.setLong(3, last);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }
}
