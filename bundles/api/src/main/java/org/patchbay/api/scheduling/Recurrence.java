package org.patchbay.api.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;

/**
 * How a meeting repeats: a part of the rules of RFC 5545. It ends after a count or on a day, and its first occurrence is the
 * meeting's start. Immutable.
 *
 * @param interval every so many days, weeks, months or years
 * @param days of a week, for {@code WEEKLY} alone; empty for the day of the start
 * @param week for {@code MONTHLY} alone: 1 to 4, or -1 for the last, repeats on that weekday of the month; empty repeats on
 *     the day of the month, and leaves out months without it
 * @param count how many occurrences there are
 * @param until the last day that may have one
 */
public record Recurrence(
        Frequency frequency,
        int interval,
        @MayBeAbsent Set<DayOfWeek> days,
        Optional<Integer> week,
        Optional<Integer> count,
        Optional<LocalDate> until) {

    public Recurrence {
        days = Set.copyOf(days);
    }

    /** So many occurrences, one each time. */
    public static Recurrence times(Frequency frequency, int count) {
        return new Recurrence(frequency, 1, Set.of(), Optional.empty(), Optional.of(count), Optional.empty());
    }

    /** The unit of the interval. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }
}
