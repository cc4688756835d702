package org.patchbay.api.identity;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days on which a department is closed. Immutable.
 *
 * @param until the last day
 * @param yearly whether the same days of every year are meant
 */
public record Holiday(String name, LocalDate from, LocalDate until, boolean yearly) {

    /** Whether the day is one of them. */
    public boolean includes(LocalDate day) {
        if (!yearly) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
        MonthDay asked = MonthDay.from(day);
        MonthDay first = MonthDay.from(from);
        MonthDay last = MonthDay.from(until);
        boolean acrossNewYear = last.isBefore(first);
        return acrossNewYear
                ? !asked.isBefore(first) || !asked.isAfter(last)
                : !asked.isBefore(first) && !asked.isAfter(last);
    }
}
