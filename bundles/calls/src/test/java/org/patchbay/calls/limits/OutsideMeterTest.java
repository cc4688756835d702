package org.patchbay.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.patchbay.calls.store.InMemoryLimitLiftStore;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.extensions.InMemoryPhoneBook;

final class OutsideMeterTest {

    private static final String HAMBURG = "+4940123456";
    private static final String MUNICH = "+4989123456";

    private final PortalId portal = new PortalId(Ids.next());
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final InMemoryCallStore store = new InMemoryCallStore();
    private final InMemoryPhoneBook phones = new InMemoryPhoneBook();
    private final InMemoryLimitLiftStore lifts = new InMemoryLimitLiftStore();
    private final List<String> alarms = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private String zone = "UTC";

    private OutsideMeter meter() {
        return new OutsideMeter(
                phones.dialPlan(), store, lifts, at -> ZoneId.of(zone), Runnable::run, clock, new OutsideMeter.Alarm() {
                    @Override
                    public void reached(PortalId at, OutsideLimit limit, String number) {
                        alarms.add(limit.word());
                    }

                    @Override
                    public void near(PortalId at, OutsideLimit limit, long used, long most) {
                        warnings.add(limit.word() + ' ' + used + '/' + most);
                    }
                });
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
                List.of(),
                Optional.empty());
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
                        List.of(),
                        Optional.empty()));
        assertThat(limit(meter, HAMBURG, 0)).isEmpty();
    }

    private LimitsToday.LimitToday today(OutsideMeter meter, OutsideLimit limit, int goingOn) {
        return meter.today(portal, goingOn).limits().stream()
                .filter(one -> one.limit() == limit)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void warnsOnceWhenFourFifthsAreUsed() {
        limits(Optional.of(5), Optional.of(10), Optional.of(5));
        OutsideMeter meter = meter();
        assertThat(limit(meter, HAMBURG, 2)).isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(limit(meter, HAMBURG, 3)).isEmpty();
        assertThat(limit(meter, HAMBURG, 3)).isEmpty();
        assertThat(warnings).containsExactly("simultaneous 4/5");
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(8)));
        assertThat(warnings).containsExactly("simultaneous 4/5", "minutes 8/10");
        for (int i = 0; i < 4; i++) {
            meter.ended(portal, call("+494012345" + i, Duration.ZERO));
        }
        assertThat(warnings).containsExactly("simultaneous 4/5", "minutes 8/10", "destinations 4/5");
        assertThat(alarms).isEmpty();
        assertThat(today(meter, OutsideLimit.MINUTES, 0))
                .isEqualTo(
                        new LimitsToday.LimitToday(OutsideLimit.MINUTES, 8, Optional.of(10), LimitsToday.State.NEAR));
        assertThat(today(meter, OutsideLimit.DESTINATIONS, 0).state()).isEqualTo(LimitsToday.State.REACHED);
    }

    @Test
    void aLimitThatIsLiftedHoldsAgainTheNextDay() {
        limits(Optional.empty(), Optional.of(10), Optional.empty());
        OutsideMeter meter = meter();
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(20)));
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");
        assertThat(meter.lift(portal, OutsideLimit.MINUTES, true)).isTrue();
        assertThat(meter.lift(portal, OutsideLimit.MINUTES, true)).isFalse();
        meter.lifted(portal);
        assertThat(limit(meter, HAMBURG, 0)).isEmpty();
        assertThat(today(meter, OutsideLimit.MINUTES, 0).state()).isEqualTo(LimitsToday.State.LIFTED);
        assertThat(limit(meter(), HAMBURG, 0)).as("after a restart").isEmpty();

        meter.lift(portal, OutsideLimit.MINUTES, false);
        meter.lifted(portal);
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");

        meter.lift(portal, OutsideLimit.MINUTES, true);
        meter.lifted(portal);
        clock.pass(Duration.ofDays(1));
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(20)));
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");
    }

    @Test
    void theDayIsThatOfThePortal() {
        zone = "America/New_York";
        limits(Optional.empty(), Optional.of(10), Optional.empty());
        OutsideMeter meter = meter();
        assertThat(meter.today(portal, 0).until()).isEqualTo(Instant.parse("2026-11-27T05:00:00Z"));
        meter.ended(portal, call(HAMBURG, Duration.ofMinutes(20)));
        clock.pass(Duration.ofHours(18));
        assertThat(limit(meter, HAMBURG, 0)).contains("minutes");
        clock.pass(Duration.ofHours(1));
        assertThat(limit(meter, HAMBURG, 0)).isEmpty();
    }

    @Test
    void callsOnOtherServersCount() {
        limits(Optional.of(3), Optional.of(10), Optional.of(2));
        OutsideMeter one = meter();
        OutsideMeter two = meter();
        var told = new ArrayList<String>();
        one.elsewhere(new OutsideMeter.Elsewhere() {
            @Override
            public int goingOn(PortalId at) {
                return at.equals(portal) ? 2 : 0;
            }

            @Override
            public void ended(PortalId at, long seconds, List<String> numbers) {
                told.add(seconds + " " + numbers);
                two.count(at, seconds, numbers);
            }
        });
        assertThat(one.limit(portal, HAMBURG, clock.instant(), 0)).isEmpty();
        assertThat(one.limit(portal, HAMBURG, clock.instant(), 1)).contains("simultaneous");
        one.ended(portal, call(HAMBURG, Duration.ofMinutes(9)));
        assertThat(told).containsExactly("540 [" + HAMBURG + "]");
        two.ended(portal, call(MUNICH, Duration.ofMinutes(1)));
        assertThat(two.limit(portal, HAMBURG, clock.instant(), 0)).contains("minutes");
        assertThat(one.limit(portal, HAMBURG, clock.instant(), 0))
                .as("one was not told of two")
                .isEmpty();
    }
}
