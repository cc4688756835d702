package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.calls.store.InMemoryCallStore;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.extensions.InMemoryPhoneBook;

final class OutsideMeterTest {

    private static final String HAMBURG = "+4940123456";
    private static final String MUNICH = "+4989123456";

    private final PortalId portal = new PortalId(Ids.next());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final InMemoryCallStore store = new InMemoryCallStore();
    private final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    private final List<String> alarms = new ArrayList<>();

    private OutsideMeter meter() {
        return new OutsideMeter(
                phones.dialPlan(), store, Runnable::run, clock, (at, limit, number) -> alarms.add(limit));
    }

    private void limits(Optional<Integer> simultaneous, Optional<Integer> minutes, Optional<Integer> destinations) {
        phones.put(
                portal,
                new CallSettings(
                        "DE",
                        "30",
                        "",
                        Map.of(),
                        List.of(),
                        60,
                        false,
                        new CallLimits(simultaneous, minutes, destinations, Set.of(), false, Optional.empty()),
                        1));
    }

    private CallRecord call(String number, Duration talked) {
        Instant now = clock.instant();
        var leg = new LegRecord(
                "leg",
                "id",
                false,
                CallParty.Role.CALLED,
                number,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of("carrier"),
                now,
                Optional.of(now),
                now.plus(talked),
                200,
                "",
                Optional.empty());
        return new CallRecord(
                new CallId(Ids.next()),
                CallDirection.OUTGOING,
                CallResult.ANSWERED,
                "100",
                "",
                number,
                now,
                Optional.of(now),
                now.plus(talked),
                List.of(leg),
                List.of(),
                List.of());
    }

    private Optional<String> limit(OutsideMeter meter, String number, int goingOn) {
        return meter.limit(portal, number, clock.instant(), goingOn);
    }

    @Test
    void countsCallsAtOnceMinutesAndDestinationsOfADay() {
        limits(Optional.of(2), Optional.of(10), Optional.of(1));
        OutsideMeter meter = meter();
        assertThat(limit(meter, HAMBURG, 1)).isEmpty();
        assertThat(limit(meter, HAMBURG, 2)).contains("simultaneous");
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(9)));
        assertThat(limit(meter, HAMBURG, 0)).isEmpty();
        assertThat(limit(meter, MUNICH, 0)).contains("destinations");
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(1)));
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");
        assertThat(alarms).containsExactly("simultaneous", "destinations", "minutes");
        assertThat(meter.limit(new PortalId(Ids.next()), HAMBURG, clock.instant(), 0))
                .isEmpty();

        clock.pass(Duration.ofDays(1));
        assertThat(limit(meter, MUNICH, 0)).isEmpty();
    }

    @Test
    void whatWasCalledBeforeARestartCounts() {
        limits(Optional.empty(), Optional.of(10), Optional.empty());
        store.end(portal, call(HAMBURG, Duration.ofMinutes(10)));
        clock.pass(Duration.ofMinutes(15));
        assertThat(limit(meter(), HAMBURG, 0)).contains("minutes");
    }

    @Test
    void callsWithinCountNot() {
        limits(Optional.empty(), Optional.of(1), Optional.empty());
        OutsideMeter meter = meter();
        Instant now = clock.instant();
        meter.ended(
                portal,
                new CallRecord(
                        new CallId(Ids.next()),
                        CallDirection.INTERNAL,
                        CallResult.ANSWERED,
                        "100",
                        "",
                        "101",
                        now,
                        Optional.of(now),
                        now.plusSeconds(600),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(limit(meter, HAMBURG, 0)).isEmpty();
    }
}
