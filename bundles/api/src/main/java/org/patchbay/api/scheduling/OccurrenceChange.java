package org.patchbay.api.scheduling;

import java.time.LocalDateTime;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;

/**
 * How one occurrence of a series differs from the series. Immutable.
 *
 * @param occurrence when the series alone would have it, in the meeting's zone
 * @param cancelled whether it does not take place
 * @param start when it is instead, in the meeting's zone; empty if it stays
 * @param minutes how long it is instead; empty if it stays
 */
public record OccurrenceChange(
        LocalDateTime occurrence,
        @MayBeAbsent boolean cancelled,
        Optional<LocalDateTime> start,
        Optional<Integer> minutes) {

    /** Whether it takes place as the series has it. */
    public boolean changesNothing() {
        return !cancelled && start.filter(moved -> !moved.equals(occurrence)).isEmpty() && minutes.isEmpty();
    }
}
