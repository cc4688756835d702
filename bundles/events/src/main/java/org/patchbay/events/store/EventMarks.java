package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.EventFilter;

/** Which rows of the journal hold events of a type or a subject, over the unit of work's own connection. */
record EventMarks(Connection connection) {

    private static final int BATCH = 1_000;
    /** After every type that has the same beginning. */
    private static final String AFTER_ALL = "\uFFFF";

    void add(List<EventRow> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into EVENT_MARK (PORTAL, WORD, LAST_SEQ) values (?, ?, ?)")) {
            int waiting = 0;
            for (EventRow row : rows) {
                for (String word : row.marks()) {
                    insert.setString(1, row.portal().value());
                    insert.setString(2, word);
                    insert.setLong(3, row.last());
                    insert.addBatch();
                    waiting++;
                    if (waiting % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /** Deletes those of the portal's oldest rows. */
    void delete(PortalId portal, List<EventRow> oldest) throws SQLException {
        Set<String> words = new LinkedHashSet<>();
        oldest.forEach(row -> words.addAll(row.words()));
        try (PreparedStatement delete =
                connection.prepareStatement("delete from EVENT_MARK where PORTAL = ? and WORD = ? and LAST_SEQ <= ?")) {
            for (String word : words) {
                delete.setString(1, portal.value());
                delete.setString(2, word);
                delete.setLong(3, oldest.get(oldest.size() - 1).last());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** The rows that may hold what is wanted; of a filter that says something. */
    Lasts of(PortalId portal, EventFilter filter) throws SQLException {
        List<Lasts> wanted = new ArrayList<>();
        if (filter.subject().isPresent()) {
            String subject = filter.subject().get();
            wanted.add(Lasts.any(
                    List.of(marked(portal, EventRow.ofSubject(subject)), BirthRows.of(connection, portal, subject))));
        }
        if (filter.typePrefix().isPresent()) {
            List<Lasts> types = new ArrayList<>();
            for (String word :
                    beginning(portal, EventRow.ofType(filter.typePrefix().get()))) {
                types.add(marked(portal, word));
            }
            wanted.add(Lasts.any(types));
        } else if (filter.type().isPresent()) {
            wanted.add(marked(portal, EventRow.ofType(filter.type().get())));
        }
        return Lasts.all(wanted);
    }

    private Lasts marked(PortalId portal, String word) {
        return new MarkedRows(connection, portal, word);
    }

    /** The words that begin so: as few as there are types; each is a step in the index. */
    private List<String> beginning(PortalId portal, String beginning) throws SQLException {
        List<String> words = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select WORD from EVENT_MARK where PORTAL = ?"
                + " and WORD > ? and WORD < ? order by WORD fetch first 1 rows only")) {
            query.setString(1, portal.value());
            query.setString(3, beginning + AFTER_ALL);
            String last = beginning;
            while (!last.isEmpty()) {
                query.setString(2, last);
                try (ResultSet next = query.executeQuery()) {
                    last = next.next() ? next.getString(1) : "";
                }
                if (!last.isEmpty()) {
                    words.add(last);
                }
            }
        }
        return words;
    }
}
