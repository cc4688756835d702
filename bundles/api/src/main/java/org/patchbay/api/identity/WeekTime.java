package org.patchbay.api.identity;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of every week. Immutable.
 *
 * @param until not included; midnight is the end of the day
 */
public record WeekTime(DayOfWeek day, LocalTime from, LocalTime until) {

    /** Whether the time of that day lies in it. */
    public boolean includes(DayOfWeek weekday, LocalTime time) {
        return day == weekday && !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
}
