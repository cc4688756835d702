package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.call.Journal.What;
import org.patchbay.calls.call.ManualTimers;
import org.patchbay.calls.store.InMemoryCallStore;
import org.patchbay.calls.store.LiveSheet;
import org.patchbay.calls.store.Visible;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class SheetsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final PortalId ONE = new PortalId(Ids.next());
    private static final PortalId OTHER = new PortalId(Ids.next());

    private final InMemoryCallStore store = new InMemoryCallStore();
    private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
    private final InMemoryEvents events = new InMemoryEvents(unit, new CallEvents());
    private final AtomicLong nanos = new AtomicLong(7);
    private final Sheets sheets = new Sheets(store, "run", nanos::get);

    private static LiveCall call(CallId id, Optional<Instant> answered) {
        var caller = new CallParty(
                "a",
                CallParty.Role.CALLER,
                CallParty.State.TALKING,
                "100",
                "Desk",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON));
        var called = new CallParty(
                "b",
                CallParty.Role.CALLED,
                answered.isPresent() ? CallParty.State.TALKING : CallParty.State.RINGING,
                "101",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                answered);
        return new LiveCall(
                id,
                CallDirection.INTERNAL,
                CallState.RINGING,
                "101",
                NOON,
                answered,
                List.of(caller, called),
                List.of(new CallStep(NOON, Decision.of("devices", "ring"))),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static LiveCall call(CallId id) {
        return call(id, Optional.empty());
    }

    private static CallRecord record(CallId id) {
        return new CallRecord(
                id,
                CallDirection.INTERNAL,
                CallResult.MISSED,
                "100",
                "",
                "101",
                NOON,
                Optional.empty(),
                NOON,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static CallId id() {
        return new CallId(Ids.next());
    }

    private void group(Map<PortalId, List<CallId>> going, Map<PortalId, List<CallId>> over) {
        Sheets.Group group = sheets.group();
        going.forEach((portal, ids) -> ids.forEach(one -> group.goesOn(portal, call(one))));
        over.forEach((portal, ids) -> ids.forEach(one -> group.isOver(portal, record(one))));
        group.write();
        sheets.committed(group);
    }

    private List<LiveSheet> kept() {
        return store.left(Set.of(), 100);
    }

    @Test
    void aSheetOfEachPortalGoesWithTheLastOfItsCalls() {
        CallId a = id();
        CallId b = id();
        CallId c = id();
        group(Map.of(ONE, List.of(a, b), OTHER, List.of(c)), Map.of());
        assertThat(kept())
                .extracting(LiveSheet::portal, sheet -> sheet.calls().size())
                .containsExactlyInAnyOrder(tuple(ONE, 2), tuple(OTHER, 1));
        group(Map.of(), Map.of(ONE, List.of(a)));
        assertThat(kept()).hasSize(2);
        group(Map.of(), Map.of(ONE, List.of(b)));
        assertThat(kept()).extracting(LiveSheet::portal).containsExactly(OTHER);
        group(Map.of(), Map.of(OTHER, List.of(c)));
        assertThat(kept()).isEmpty();
    }

    @Test
    void aNewerSheetTakesTheCallFromTheOlder() {
        CallId a = id();
        group(Map.of(ONE, List.of(a)), Map.of());
        String first = kept().get(0).id();
        grow();
        group(Map.of(ONE, List.of(a)), Map.of());
        assertThat(kept()).extracting(LiveSheet::id).hasSize(1).doesNotContain(first);
    }

    private void grow() {
        nanos.addAndGet(Sheets.YOUNG.toNanos());
    }

    private void tell(LiveCall... calls) {
        Sheets.Group group = sheets.group();
        List.of(calls).forEach(call -> group.goesOn(ONE, call));
        group.write();
        sheets.committed(group);
    }

    @Test
    void whatBecomesOfAYoungCallIsWrittenWhenItIsOlder() {
        CallId a = id();
        CallId b = id();
        tell(call(a), call(a, Optional.of(NOON.plusSeconds(1))), call(b));
        tell(call(b, Optional.of(NOON.plusSeconds(2))));
        assertThat(kept()).singleElement().satisfies(sheet -> assertThat(sheet.calls())
                .extracting(LiveCall::id, LiveCall::answered)
                .containsExactly(tuple(a, Optional.empty()), tuple(b, Optional.empty())));
        assertThat(sheets.isDue()).isFalse();
        grow();
        assertThat(sheets.isDue()).isTrue();
        tell();
        assertThat(sheets.isDue()).isFalse();
        assertThat(kept()).singleElement().satisfies(sheet -> assertThat(sheet.calls())
                .extracting(LiveCall::answered)
                .containsExactly(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(2))));
    }

    @Test
    void whatBecomesOfAnOlderCallIsWrittenAtOnce() {
        CallId a = id();
        tell(call(a));
        grow();
        tell(call(a, Optional.of(NOON)));
        assertThat(kept()).singleElement().satisfies(sheet -> assertThat(sheet.calls())
                .extracting(LiveCall::answered)
                .containsExactly(Optional.of(NOON)));
    }

    @Test
    void aCallOfWhichNoMoreIsToldStaysOnItsSheet() {
        CallId a = id();
        tell(call(a));
        String first = kept().get(0).id();
        grow();
        tell();
        assertThat(kept()).extracting(LiveSheet::id).containsExactly(first);
        assertThat(sheets.isDue()).isFalse();
    }

    @Test
    void aYoungCallThatIsOverIsNotWrittenAgain() {
        CallId a = id();
        tell(call(a), call(a, Optional.of(NOON)));
        grow();
        group(Map.of(), Map.of(ONE, List.of(a)));
        assertThat(kept()).isEmpty();
        assertThat(sheets.isDue()).isFalse();
    }

    @Test
    void aCallThatIsOverWithinAGroupNeedsNone() {
        CallId a = id();
        group(Map.of(ONE, List.of(a)), Map.of(ONE, List.of(a)));
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasNotCommittedCountsForNothing() {
        CallId a = id();
        CallId b = id();
        group(Map.of(ONE, List.of(a, b)), Map.of());
        Sheets.Group lost = sheets.group();
        lost.isOver(ONE, record(a));
        lost.write();
        group(Map.of(), Map.of(ONE, List.of(a)));
        assertThat(kept()).hasSize(1);
        group(Map.of(), Map.of(ONE, List.of(b)));
        assertThat(kept()).isEmpty();
    }

    @Test
    void callsOfARunThatIsGoneAreClosedWithPathAndLegs() {
        CallId a = id();
        CallId ended = id();
        try (var journal = new CallJournal(store, events, unit, "now", (portal, call) -> {})) {
            store.keep(new LiveSheet(Ids.next(), ONE, "gone", List.of(call(a), call(ended))));
            store.keep(new LiveSheet("z", ONE, "gone", List.of(call(a, Optional.of(NOON.plusSeconds(9))))));
            store.keep(new LiveSheet(Ids.next(), ONE, "now", List.of(call(id()))));
            store.end(ONE, record(ended));
            new LeftCalls(store, unit, journal).close(Set.of("now"));
        }
        assertThat(kept()).extracting(LiveSheet::run).containsExactly("now");
        Page<CallRecord> records = store.list(ONE, CallQuery.ALL, Visible.ALL, PageRequest.first(10));
        assertThat(records.items()).extracting(CallRecord::id).containsExactlyInAnyOrder(a, ended);
        CallRecord closed = store.find(ONE, a).orElseThrow();
        assertThat(closed.result()).isEqualTo(CallResult.RESTART);
        assertThat(closed.path()).hasSize(1);
        assertThat(closed.answered()).contains(NOON.plusSeconds(9));
        assertThat(closed.ended()).isEqualTo(NOON.plusSeconds(9));
        assertThat(closed.legs()).extracting(LegRecord::number).containsExactly("100", "101");
    }

    @Test
    void callsOfARunThatIsGoneWentOnUntilItsLastSignOfLife() {
        CallId a = id();
        var clock = new MovableClock(NOON.plusSeconds(60));
        var timers = new ManualTimers(clock);
        try (var journal = new CallJournal(store, events, unit, "now", (portal, call) -> {})) {
            store.keep(new LiveSheet(Ids.next(clock), ONE, "gone", List.of(call(a))));
            var signs = new SignsOfLife(store, unit, "gone", timers, Runnable::run, clock, () -> Optional.of(ONE));
            timers.pass(Duration.ofHours(1));
            new LeftCalls(store, unit, journal).close(Set.of("now"));
            signs.close();
        }
        assertThat(kept()).isEmpty();
        assertThat(store.find(ONE, a).orElseThrow().ended()).isEqualTo(NOON.plusSeconds(3660));
    }

    @Test
    void whereNoCallGoesOnThereIsNoSignOfLife() {
        var clock = new MovableClock(NOON);
        var timers = new ManualTimers(clock);
        var on = new AtomicBoolean(true);
        var signs = new SignsOfLife(store, unit, "now", timers, Runnable::run, clock, () -> Optional.of(ONE)
                .filter(one -> on.get()));
        timers.pass(SignsOfLife.EVERY);
        assertThat(kept()).hasSize(1);
        on.set(false);
        timers.pass(SignsOfLife.EVERY);
        assertThat(kept()).isEmpty();
        on.set(true);
        timers.pass(SignsOfLife.EVERY);
        signs.close();
        assertThat(kept()).isEmpty();
    }

    @Test
    void theJournalKeepsCallsThatGoOn() {
        CallId a = id();
        try (var journal = new CallJournal(store, events, unit, "now", (portal, call) -> {})) {
            journal.happened(ONE, call(a), What.STARTED, "");
        }
        assertThat(kept()).singleElement().satisfies(sheet -> {
            assertThat(sheet.run()).isEqualTo("now");
            assertThat(sheet.calls()).extracting(LiveCall::id).containsExactly(a);
        });
    }
}
