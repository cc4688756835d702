package org.patchbay.calls.limits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a portal called outside today, against its limits. Immutable.
 *
 * @param until when the day ends by the clock of the portal: minutes and numbers are counted anew
 * @param limits each kind once
 */
public record LimitsToday(Instant until, List<LimitToday> limits) {

    public LimitsToday {
        limits = List.copyOf(limits);
    }

    /** How things stand with a limit. */
    public enum State {
        /** There is no such limit. */
        NONE,
        WITHIN,
        /** Four fifths are used. */
        NEAR,
        /** Calls outside are refused. */
        REACHED,
        /** Somebody lifted it for today. */
        LIFTED
    }

    /**
     * One limit.
     *
     * @param used calls that go on, whole minutes, or numbers
     * @param most how much is allowed; empty for any number
     */
    public record LimitToday(OutsideLimit limit, long used, Optional<Integer> most, State state) {}
}
