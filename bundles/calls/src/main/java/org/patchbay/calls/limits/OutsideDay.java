package org.patchbay.calls.limits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.extensions.CallLimits;

/** What a portal called outside on a day by its own clock. Guarded by itself: whoever uses it holds its monitor. */
final class OutsideDay {

    private static final int MOST_NUMBERS = 100_000;
    private static final int MINUTE = 60;

    final LocalDate date;
    final Instant begin;
    final Instant end;
    private final Set<String> numbers = new HashSet<>();
    private final Set<OutsideLimit> lifted = EnumSet.noneOf(OutsideLimit.class);
    private final Set<OutsideLimit> alarms = EnumSet.noneOf(OutsideLimit.class);
    private final Set<OutsideLimit> warnings = EnumSet.noneOf(OutsideLimit.class);
    private long seconds;

    private OutsideDay(LocalDate date, ZoneId zone) {
        this.date = date;
        this.begin = date.atStartOfDay(zone).toInstant();
        this.end = date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static OutsideDay at(Instant now, ZoneId zone) {
        return new OutsideDay(LocalDate.ofInstant(now, zone), zone);
    }

    boolean has(Instant now) {
        return !now.isBefore(begin) && now.isBefore(end);
    }

    void talked(long more) {
        seconds += more;
    }

    void called(String number) {
        if (numbers.size() < MOST_NUMBERS) {
            numbers.add(number);
        }
    }

    void lift(Set<OutsideLimit> those) {
        lifted.clear();
        lifted.addAll(those);
    }

    /** Whether it is the first time today that this one is reached. */
    boolean alarms(OutsideLimit limit) {
        return alarms.add(limit);
    }

    /** Whether it is the first time today that this one is near. */
    boolean warns(OutsideLimit limit) {
        return warnings.add(limit);
    }

    long used(OutsideLimit limit, int goingOn) {
        return switch (limit) {
            case SIMULTANEOUS -> goingOn;
            case MINUTES -> seconds / MINUTE;
            case DESTINATIONS -> numbers.size();
        };
    }

    /** Which limit forbids one more call to this number. */
    Optional<OutsideLimit> forbids(CallLimits limits, String number, int goingOn) {
        for (OutsideLimit limit : OutsideLimit.values()) {
            boolean counts = limit != OutsideLimit.DESTINATIONS || !numbers.contains(number);
            if (counts && state(limit, limits, goingOn) == LimitsToday.State.REACHED) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    LimitsToday.State state(OutsideLimit limit, CallLimits limits, int goingOn) {
        Optional<Integer> most = limit.most(limits);
        if (most.isEmpty()) {
            return LimitsToday.State.NONE;
        }
        if (lifted.contains(limit)) {
            return LimitsToday.State.LIFTED;
        }
        long used = used(limit, goingOn);
        if (used >= most.get()) {
            return LimitsToday.State.REACHED;
        }
        return OutsideLimit.near(used, most.get()) ? LimitsToday.State.NEAR : LimitsToday.State.WITHIN;
    }
}
