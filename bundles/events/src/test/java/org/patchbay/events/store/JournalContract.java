package org.patchbay.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.events.store.ExpectedEvents.filter;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.testing.store.TestDatabase;

/** What a journal promises of events that rest together. */
interface JournalContract {

    Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    List<String> TYPES = List.of("call.started", "call.ended", "call.leg.added", "calls.odd", "meeting.started");

    TestDatabase database();

    default JpaEventJournal journal() {
        return new JpaEventJournal(database().jpa(), database().unitOfWork());
    }

    static PortalId newPortal() {
        return new PortalId(Ids.next());
    }

    static Event event(PortalId portal, String type, String subject, Instant time) {
        return new Event(
                Ids.next(Clock.fixed(time, ZoneOffset.UTC)),
                "/testing",
                type,
                portal,
                subject,
                time,
                type.equals("call.ended")
                        ? Optional.empty()
                        : Optional.of("cause of " + subject.substring(0, Math.min(9, subject.length()))),
                0,
                "{\"of\":\"" + subject + "\"}");
    }

    /** Publishes so many in one unit of work and numbers them. */
    default List<Event> publish(int count, IntFunction<Event> event) {
        JpaEventJournal journal = journal();
        database().unitOfWork().run(() -> IntStream.range(0, count).forEach(n -> journal.add(event.apply(n))));
        return journal.number(100);
    }

    private static Instant at(long millis) {
        return NOON.plusMillis(millis);
    }

    @Test
    default void readsARowFromItsMiddle() {
        PortalId portal = newPortal();
        List<Event> all = new ArrayList<>();
        all.addAll(publish(100, n -> event(portal, "call.started", "s" + n, at(n))));
        all.addAll(publish(1, n -> event(portal, "call.started", "one", at(200))));
        all.addAll(publish(60, n -> event(portal, "call.ended", "t" + n, at(300 + n))));
        assertThat(all)
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 161).boxed().toList());
        assertThat(rows("EVENT", portal)).isEqualTo(3);
        ExpectedEvents expected = new ExpectedEvents(portal, all);
        for (int most : List.of(1, 7, 100)) {
            expected.checkAfterEach(journal(), most);
            expected.checkBeforeEach(journal(), EventFilter.ALL, most);
        }
        assertThat(journal().before(portal, Long.MIN_VALUE, EventFilter.ALL, 10))
                .isEmpty();
        assertThat(journal().before(newPortal(), Long.MAX_VALUE, EventFilter.ALL, 10))
                .isEmpty();
    }

    @Test
    default void filtersByTypeAndPrefixAndSubjectAcrossRows() {
        PortalId portal = newPortal();
        PortalId other = newPortal();
        Random random = new Random(5);
        List<Event> all = new ArrayList<>();
        for (int unit = 0; unit < 150; unit++) {
            long time = unit * 2_000L;
            all.addAll(publish(random.nextInt(10) == 0 ? 130 : 1 + random.nextInt(4), n -> {
                String type = TYPES.get(Math.min(random.nextInt(TYPES.size()), random.nextInt(TYPES.size())));
                return event(portal, type, "s" + random.nextInt(3) * random.nextInt(3), at(time + n));
            }));
            publish(1, n -> event(other, "call.started", "s0", at(time)));
        }
        ExpectedEvents expected = new ExpectedEvents(portal, all);
        List<EventFilter> filters = new ArrayList<>();
        for (String subject : List.of("", "s0", "s1", "s4", "s9")) {
            for (String type :
                    List.of("", "call.*", "call.leg.*", "call.ended", "calls.*", "meeting.started", "cal.*")) {
                filters.add(filter(type, subject));
            }
        }
        for (EventFilter filter : filters) {
            expected.checkBefore(journal(), filter, 50);
            expected.checkBefore(journal(), filter, 501);
        }
        expected.checkBefore(journal(), filter("call.*", "s1"), 3);
        expected.checkBefore(journal(), filter("meeting.started", "s4"), 1);
        expected.checkBefore(journal(), EventFilter.ALL, 7);
    }

    @Test
    default void aSubjectWithBlanksAtItsEndIsASubjectOfItsOwn() {
        PortalId portal = newPortal();
        List<Event> all = publish(4, n -> event(portal, "call.started", "a" + " ".repeat(n), at(n)));
        ExpectedEvents expected = new ExpectedEvents(portal, all);
        for (String subject : List.of("a", "a ", "a  ", " a")) {
            expected.checkBefore(journal(), filter("", subject), 10);
        }
    }

    @Test
    default void findsTheFirstEventsOfASubjectWithoutMarks() {
        PortalId portal = newPortal();
        List<String> calls = IntStream.range(0, 4)
                .mapToObj(n -> Ids.next(Clock.fixed(at(1_000L * n), ZoneOffset.UTC)))
                .toList();
        List<Event> all = new ArrayList<>();
        for (long millis = 0; millis <= 12_000; millis += 500) {
            long time = millis;
            List<String> begun = calls.stream()
                    .filter(call -> calls.indexOf(call) * 1_000L <= time)
                    .toList();
            all.addAll(publish(
                    begun.size(),
                    n -> event(portal, time % 3_000 == 0 ? "call.ended" : "call.started", begun.get(n), at(time + n))));
        }
        ExpectedEvents expected = new ExpectedEvents(portal, all);
        for (String call : calls) {
            for (String type : List.of("", "call.ended", "call.*")) {
                expected.checkBefore(journal(), filter(type, call), 7);
            }
        }
        long marked = all.stream()
                .filter(event -> Duration.between(
                                        Instant.ofEpochMilli(
                                                UUID.fromString(event.subject()).getMostSignificantBits() >>> 16),
                                        event.time())
                                .toMillis()
                        > 5_000)
                .count();
        assertThat(rows("EVENT_MARK", portal))
                .as("one for each row's type, and of subjects those of later events alone")
                .isEqualTo(rows("EVENT", portal) + marked);
        assertThat(journal().before(newPortal(), Long.MAX_VALUE, filter("", calls.get(0)), 7))
                .isEmpty();
    }

    @Test
    default void trimsWholeRowsAndTheirMarks() {
        PortalId portal = newPortal();
        PortalId other = newPortal();
        List<Event> all = new ArrayList<>();
        for (int unit = 0; unit < 3; unit++) {
            int row = unit;
            all.addAll(publish(10, n -> event(portal, TYPES.get(n % 2), "s" + (row + n % 3), at(row))));
            publish(2, n -> event(other, TYPES.get(n), "s0", at(row)));
        }
        assertThat(journal().trim(portal, 9, 100)).isZero();
        new ExpectedEvents(portal, all).checkBefore(journal(), EventFilter.ALL, 100);

        assertThat(journal().trim(portal, 15, 100)).isEqualTo(10);

        ExpectedEvents left = new ExpectedEvents(portal, all.subList(10, 30));
        for (String subject : List.of("", "s0", "s1", "s4")) {
            left.checkBefore(journal(), filter("", subject), 4);
            left.checkBefore(journal(), filter("call.*", subject), 4);
        }
        left.checkFind(journal());
        assertThat(journal().find(portal, all.get(9).id())).isEmpty();
        assertThat(journal().after(portal, 0, 100)).isEqualTo(left.events());
        assertThat(rows("EVENT_MARK", portal)).isEqualTo(10);
        assertThat(journal().trim(portal, 30, 1)).isEqualTo(10);
        assertThat(journal().trim(portal, 30, 19)).isEqualTo(10);
        assertThat(journal().trim(portal, 30, 19)).isZero();
        assertThat(rows("EVENT_MARK", portal)).isZero();
        assertThat(journal().heads()).containsEntry(portal, 30L);
        assertThat(rows("EVENT", other)).isEqualTo(3);
        assertThat(rows("EVENT_MARK", other)).isEqualTo(9);
    }

    @Test
    default void trimsNoMoreAtOnceThanItIsToldTo() {
        PortalId portal = newPortal();
        for (int unit = 0; unit < 5; unit++) {
            publish(4, n -> event(portal, "call.started", "s", at(0)));
        }
        assertThat(journal().trim(portal, 20, 11)).isEqualTo(8);
        assertThat(journal().trim(portal, 20, 12)).isEqualTo(12);
    }

    @Test
    default void findsByIdWhatALongUnitOfWorkPublished() {
        PortalId portal = newPortal();
        List<Event> all = new ArrayList<>();
        all.addAll(publish(40, n -> event(portal, "call.started", "s" + n, at(599_990 + n))));
        all.addAll(publish(100, n -> event(portal, "call.started", "t" + n, at(n * 6_100L))));
        all.addAll(publish(30, n -> event(portal, "call.started", "back" + n, at(600_000 - n * 300L))));
        all.addAll(publish(5, n -> event(portal, "call.started", "u" + n, at(599_000 + n * 700L))));
        ExpectedEvents expected = new ExpectedEvents(portal, all);
        expected.checkFind(journal());
        expected.checkLastBefore(journal());
        expected.checkBefore(journal(), EventFilter.ALL, 50);
        expected.checkAfterEach(journal(), 20);
        assertThat(journal().find(newPortal(), all.get(50).id())).isEmpty();
        for (String id : List.of(
                "",
                "x",
                UUID.randomUUID().toString(),
                "z".repeat(36),
                Ids.next(Clock.fixed(at(20), ZoneOffset.UTC)),
                all.get(3).id().toUpperCase(java.util.Locale.ROOT) + " ",
                "ffffffff-ffff-7fff-bfff-ffffffffffff",
                "00000000-0000-7000-8000-000000000000")) {
            assertThat(journal().find(portal, id)).as(id).isEmpty();
        }
    }

    @Test
    default void findsWhatHappenedALittleAfterItsId() {
        PortalId portal = newPortal();
        Event event = event(portal, "call.started", "s", at(0));
        Event late = new Event(
                event.id(),
                event.source(),
                event.type(),
                portal,
                event.subject(),
                at(4_000),
                event.causationId(),
                0,
                event.data());
        publish(1, n -> late);
        assertThat(journal().find(portal, event.id())).map(Event::time).hasValue(at(4_000));
    }

    @Test
    default void knowsTheLastEventBeforeAMoment() {
        PortalId portal = newPortal();
        List<Event> all = new ArrayList<>();
        all.addAll(publish(20, n -> event(portal, "call.started", "s" + n, at(1_000 + n))));
        all.addAll(publish(20, n -> event(portal, "call.started", "s" + n, at(900 + n * 7L))));
        all.addAll(publish(1, n -> event(portal, "call.started", "s" + n, at(2_000))));
        new ExpectedEvents(portal, all).checkLastBefore(journal());
        assertThat(journal().lastBefore(newPortal(), at(5_000))).isZero();
    }

    @Test
    default void keepsTheOrderOfUnitsOfManyPortals() {
        Random random = new Random(11);
        List<PortalId> portals = List.of(newPortal(), newPortal(), newPortal());
        Map<PortalId, List<Event>> published = new HashMap<>();
        JpaEventJournal journal = journal();
        for (int unit = 0; unit < 40; unit++) {
            int count = 1 + random.nextInt(unit % 8 == 0 ? 250 : 6);
            long time = unit * 100L;
            database().unitOfWork().run(() -> {
                for (int n = 0; n < count; n++) {
                    PortalId portal = portals.get(random.nextInt(portals.size()));
                    Event event = event(portal, TYPES.get(random.nextInt(TYPES.size())), "s" + n, at(time + n));
                    published.computeIfAbsent(portal, key -> new ArrayList<>()).add(event);
                    journal.add(event);
                }
            });
        }
        Map<PortalId, List<Event>> numbered = new HashMap<>();
        for (List<Event> batch = journal.number(7); !batch.isEmpty(); batch = journal.number(7)) {
            batch.forEach(event -> numbered.computeIfAbsent(event.portal(), key -> new ArrayList<>())
                    .add(event));
        }
        Set<String> ids = new HashSet<>();
        portals.forEach(portal -> {
            List<Event> events = numbered.getOrDefault(portal, List.of());
            assertThat(events)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sequence")
                    .isEqualTo(published.get(portal));
            assertThat(events)
                    .extracting(Event::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            events.forEach(event -> assertThat(ids.add(event.id())).isTrue());
            ExpectedEvents expected = new ExpectedEvents(portal, events);
            expected.checkBefore(journal, EventFilter.ALL, 33);
            expected.checkFind(journal);
            assertThat(journal.heads()).containsEntry(portal, (long) events.size());
        });
    }

    @Test
    default void erasesEveryTraceOfAPortalAlone() {
        PortalId portal = newPortal();
        PortalId other = newPortal();
        publish(5, n -> event(portal, "call.started", "s", at(n)));
        publish(5, n -> event(other, "call.started", "s", at(n)));
        journal().add(event(portal, "call.started", "waits", at(10)));
        journal().erase(portal);
        for (String table : List.of("EVENT", "EVENT_MARK", "EVENT_UNNUMBERED", "EVENT_COUNTER")) {
            assertThat(rows(table, portal)).as(table).isZero();
        }
        assertThat(journal().number(10)).isEmpty();
        assertThat(journal().before(other, Long.MAX_VALUE, filter("call.*", "s"), 10))
                .hasSize(5);
        assertThat(publish(
                        1,
                        n -> event(
                                portal,
                                "call.started",
                                "anew",
                                at(Duration.ofHours(1).toMillis()))))
                .extracting(Event::sequence)
                .containsExactly(1L);
    }

    private long rows(String table, PortalId portal) {
        try (var connection = database().dataSource().getConnection();
                var query = connection.prepareStatement("select count(*) from " + table + " where PORTAL = ?")) {
            query.setString(1, portal.value());
            try (var count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
