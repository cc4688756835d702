package org.patchbay.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.events.store.ExpectedEvents.filter;
import static org.patchbay.events.store.JournalContract.NOON;
import static org.patchbay.events.store.JournalContract.newPortal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.testing.store.TestDatabase;

/** A journal in which each event had a row of its own goes on as one of rows of many. */
interface RowsMigrationContract {

    List<String> TABLES = List.of("EVENT", "EVENT_MARK", "EVENT_UNNUMBERED", "EVENT_COUNTER", "EVENT_CURSOR");

    TestDatabase database();

    /** Of the database's own migrations. */
    String folder();

    /** What the database calls a long text. */
    String text();

    /** What the database calls many bytes. */
    String bytes();

    @Test
    default void readsTheSameAsBefore() throws SQLException {
        Map<PortalId, List<Event>> portals = new HashMap<>();
        List<Event> waiting = new ArrayList<>();
        try (Connection connection = database().dataSource().getConnection()) {
            for (String table : TABLES) {
                connection.createStatement().execute("drop table " + table);
            }
            migrate(connection, "V1__events", folder() + "/V2__sealed_data", "V3__waiting", "V4__more");
            for (int portal = 0; portal < 3; portal++) {
                PortalId id = newPortal();
                portals.put(id, fill(connection, id, 40 + portal * 60));
                waiting.addAll(leave(connection, id));
            }
            migrate(connection, folder() + "/V5__rows", "V6__others");
        }
        JpaEventJournal journal =
                new JpaEventJournal(database().jpa(), database().unitOfWork());
        portals.forEach((portal, events) -> check(journal, portal, events));

        List<Event> numbered = journal.number(100);
        assertThat(numbered)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sequence")
                .containsExactlyInAnyOrderElementsOf(waiting);
        portals.forEach((portal, events) -> {
            List<Event> all = new ArrayList<>(events);
            numbered.stream().filter(event -> event.portal().equals(portal)).forEach(all::add);
            assertThat(all).hasSize(events.size() + 4);
            check(journal, portal, all);
            assertThat(journal.trim(portal, 15, 10)).isEqualTo(10);
            assertThat(journal.trim(portal, 15, 10)).isEqualTo(5);
            check(journal, portal, all.subList(15, all.size()));
            journal.erase(portal);
            assertThat(journal.after(portal, 0, 1_000)).isEmpty();
        });
    }

    @Test
    default void readsWhatRestedInText() throws SQLException {
        PortalId portal = newPortal();
        List<Event> events = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> numbered(event(portal, 501, number), number))
                .toList();
        try (Connection connection = database().dataSource().getConnection()) {
            for (String table : TABLES) {
                connection.createStatement().execute("drop table " + table);
            }
            migrate(connection, "V1__events", folder() + "/V2__sealed_data", "V3__waiting", "V4__more");
            migrate(connection, folder() + "/V5__rows");
            rest(connection, portal, events);
            migrate(connection, "V6__others");
        }
        check(new JpaEventJournal(database().jpa(), database().unitOfWork()), portal, events);
    }

    /** A row of the journal that holds all of them. */
    private static void rest(Connection connection, PortalId portal, List<Event> events) throws SQLException {
        try (var insert = connection.prepareStatement(
                        "insert into EVENT (SEQ, LAST_SEQ, MORE, ID, PORTAL, SOURCE, TYPE, SUBJECT, HAPPENED, CAUSATION, DATA)"
                                + " values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var counter = connection.prepareStatement("insert into EVENT_COUNTER (PORTAL, SEQ) values (?, ?)")) {
            insert.setLong(1, events.size());
            insert.setString(2, MoreEvents.write(events.subList(1, events.size())));
            set(insert, 3, events.get(0));
            insert.executeUpdate();
            counter.setString(1, portal.value());
            counter.setLong(2, events.size());
            counter.executeUpdate();
            new EventMarks(connection).add(EventRow.of(events, MoreEvents.write(events.subList(1, events.size()))));
        }
    }

    private static void check(JpaEventJournal journal, PortalId portal, List<Event> events) {
        ExpectedEvents expected = new ExpectedEvents(portal, events);
        for (String subject : List.of("", "s1", "a ", "gone")) {
            for (String type : List.of("", "call.*", "call.ended", "meeting.*")) {
                expected.checkBefore(journal, filter(type, subject), 20);
            }
        }
        expected.checkBeforeEach(journal, EventFilter.ALL, 9);
        expected.checkFind(journal);
        expected.checkLastBefore(journal);
        assertThat(journal.after(portal, 0, 1_000)).isEqualTo(events);
        assertThat(journal.heads())
                .containsEntry(portal, events.get(events.size() - 1).sequence());
    }

    /** Rows of the journal, one for each event. */
    private static List<Event> fill(Connection connection, PortalId portal, int count) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (var insert = connection.prepareStatement(
                        "insert into EVENT (SEQ, PLACE, ID, PORTAL, SOURCE, TYPE, SUBJECT, HAPPENED, CAUSATION, DATA)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var counter = connection.prepareStatement("insert into EVENT_COUNTER (PORTAL, SEQ) values (?, ?)")) {
            for (int number = 1; number <= count; number++) {
                Event event = numbered(event(portal, number), number);
                events.add(event);
                insert.setLong(1, number);
                insert.setLong(2, Micros.of(event.time()));
                set(insert, 3, event);
                insert.executeUpdate();
            }
            counter.setString(1, portal.value());
            counter.setLong(2, count);
            counter.executeUpdate();
        }
        return events;
    }

    /** Waiting rows, one of them of three events. */
    private static List<Event> leave(Connection connection, PortalId portal) throws SQLException {
        List<Event> events = Stream.of(501, 502, 503, 504)
                .map(number -> event(portal, number))
                .toList();
        try (var insert = connection.prepareStatement(
                "insert into EVENT_UNNUMBERED (PLACE, MORE, EVENT_ID, PORTAL, SOURCE, TYPE, SUBJECT, HAPPENED, CAUSATION, DATA)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, "0001000000000000001/" + events.get(0).id());
            insert.setString(2, MoreEvents.write(events.subList(1, 3)));
            set(insert, 3, events.get(0));
            insert.executeUpdate();
            insert.setString(1, "0001000000000000002/" + events.get(3).id());
            insert.setString(2, null);
            set(insert, 3, events.get(3));
            insert.executeUpdate();
        }
        return events;
    }

    private static void set(java.sql.PreparedStatement insert, int from, Event event) throws SQLException {
        insert.setString(from, event.id());
        insert.setString(from + 1, event.portal().value());
        insert.setString(from + 2, event.source());
        insert.setString(from + 3, event.type());
        insert.setString(from + 4, event.subject());
        insert.setLong(from + 5, Micros.of(event.time()));
        insert.setString(from + 6, event.causationId().orElse(null));
        insert.setString(from + 7, event.data());
    }

    private static Event event(PortalId portal, int number) {
        return event(portal, number, number);
    }

    private static Event event(PortalId portal, int moment, int number) {
        String subject = number % 7 == 0 ? "a " : "s" + number % 3;
        return JournalContract.event(
                portal, JournalContract.TYPES.get(number % 5), subject, NOON.plusSeconds(moment * 40L));
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

    private void migrate(Connection connection, String... files) throws SQLException {
        for (String file : files) {
            for (String statement : sql("/db/migration/events/" + file + ".sql").split(";")) {
                if (!statement.isBlank()) {
                    connection
                            .createStatement()
                            .execute(statement.replace("${text}", text()).replace("${bytes}", bytes()));
                }
            }
        }
    }

    /** Without comments. */
    private static String sql(String file) {
        try (var stream = RowsMigrationContract.class.getResourceAsStream(file)) {
            return new String(java.util.Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
