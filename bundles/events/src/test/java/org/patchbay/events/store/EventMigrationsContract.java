package org.patchbay.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.testing.store.OldDatabase;

/** Events that an older version wrote are read, numbered and delivered by this one. */
interface EventMigrationsContract {

    int MANY = 100;
    Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    PortalId ACME = new PortalId(Ids.next());
    PortalId BOLT = new PortalId(Ids.next());

    /** A database with the tables of events as they were at this version. */
    OldDatabase old(int version);

    private static long place(long number) {
        return Micros.of(NOON) + number;
    }

    private static String first(OldDatabase database, PortalId portal, long place, Optional<Long> sequence) {
        Instant happened = NOON.plusSeconds(place);
        String id = Ids.next(Clock.fixed(happened, ZoneOffset.UTC));
        database.run(
                "insert into EVENT (ID, PLACE, PORTAL, SEQ, SOURCE, TYPE, SUBJECT, HAPPENED, CAUSATION, DATA)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                place(place),
                portal.value(),
                sequence.orElse(null),
                "/test",
                "thing.happened",
                "thing-" + place,
                Micros.of(happened),
                place % 2 == 0 ? "cause" : null,
                "{\"place\":" + place + "}");
        return id;
    }

    private static void counted(OldDatabase database, PortalId portal, long sequence) {
        database.run("insert into EVENT_COUNTER (PORTAL, SEQ) values (?, ?)", portal.value(), sequence);
    }

    private static void waiting(OldDatabase database, PortalId portal, long place) {
        database.run(
                "insert into EVENT_UNNUMBERED (PLACE, EVENT_ID, PORTAL, SOURCE, TYPE, SUBJECT, HAPPENED, DATA)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                "%019d/%s".formatted(place(place), Ids.next()),
                Ids.next(),
                portal.value(),
                "/test",
                "thing.happened",
                "thing-" + place,
                Micros.of(NOON),
                "{}");
    }

    private static List<Event> numbered(EventJournal journal) {
        List<Event> all = new ArrayList<>();
        List<Event> some = journal.number(50);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = journal.number(50);
        }
        return all;
    }

    @Test
    default void theJournalOfTheFirstVersionGoesOnWithoutAGap() {
        try (OldDatabase database = old(1)) {
            List<String> ids = new ArrayList<>();
            for (long number = 1; number <= MANY; number++) {
                ids.add(first(database, ACME, number, Optional.of(number)));
            }
            counted(database, ACME, MANY);
            // These were committed, and the server ended before they had their number; not in the order of their ids.
            for (long number = MANY + 60; number > MANY; number--) {
                first(database, ACME, number, Optional.empty());
            }
            first(database, BOLT, 1, Optional.empty());
            database.run(
                    "insert into EVENT_CURSOR (ID, SUBSCRIBER, PORTAL, SEQ) values (?, ?, ?, ?)",
                    "billing/" + ACME.value(),
                    "billing",
                    ACME.value(),
                    MANY - 10L);
            var jpa = database.migrate();
            var journal = new JpaEventJournal(jpa, database.unitOfWork());

            assertThat(journal.after(ACME, 0, 1_000)).extracting(Event::id).isEqualTo(ids);
            assertThat(numbered(journal)).hasSize(61);
            List<Event> all = journal.after(ACME, 0, 1_000);
            assertThat(all)
                    .extracting(Event::sequence)
                    .isEqualTo(LongStream.rangeClosed(1, MANY + 60).boxed().toList());
            assertThat(all)
                    .extracting(Event::subject)
                    .isEqualTo(LongStream.rangeClosed(1, MANY + 60)
                            .mapToObj(number -> "thing-" + number)
                            .toList());
            assertThat(all.get(MANY + 1).data()).isEqualTo("{\"place\":102}");
            assertThat(all.get(MANY + 1).causationId()).contains("cause");
            assertThat(all.get(MANY).causationId()).isEmpty();
            assertThat(journal.after(BOLT, 0, 10)).extracting(Event::sequence).containsExactly(1L);
            assertThat(new JpaCursorStore(jpa).find("billing", ACME)).contains(MANY - 10L);
            assertThat(journal.find(ACME, ids.get(0))).isPresent();
            assertThat(journal.find(BOLT, ids.get(0))).isEmpty();
            assertThat(journal.heads()).containsEntry(ACME, MANY + 60L).containsEntry(BOLT, 1L);
        }
    }

    @Test
    default void whatWaitedInTheThirdVersionIsNumberedInItsOrder() {
        try (OldDatabase database = old(3)) {
            counted(database, ACME, 7);
            for (long number = MANY; number > 0; number--) {
                waiting(database, ACME, number);
            }
            var journal = new JpaEventJournal(database.migrate(), database.unitOfWork());
            List<Event> all = numbered(journal);
            assertThat(all).hasSize(MANY);
            assertThat(all)
                    .extracting(Event::sequence)
                    .isEqualTo(LongStream.rangeClosed(8, MANY + 7).boxed().toList());
            assertThat(all)
                    .extracting(Event::subject)
                    .isEqualTo(LongStream.rangeClosed(1, MANY)
                            .mapToObj(number -> "thing-" + number)
                            .toList());
            assertThat(journal.before(ACME, Long.MAX_VALUE, EventFilter.ALL, 1))
                    .extracting(Event::subject)
                    .containsExactly("thing-" + MANY);
        }
    }

    @Test
    default void aSecondStartChangesNothing() {
        try (OldDatabase database = old(1)) {
            first(database, ACME, 1, Optional.empty());
            database.migrate().tx(em -> {});
            var journal = new JpaEventJournal(database.migrate(), database.unitOfWork());
            assertThat(numbered(journal)).hasSize(1);
        }
    }
}
