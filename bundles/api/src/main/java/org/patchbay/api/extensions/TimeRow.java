package org.patchbay.api.extensions;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;

/**
 * Times of day on some days. Immutable. What is empty holds for every one.
 *
 * @param from {@code hh:mm}, from 00:00
 * @param to {@code hh:mm}, to 24:00, which is not in it; at or before {@code from} it is on the next day
 * @param days of the month, 1 to 31
 * @param months 1 to 12
 */
public record TimeRow(
        String from,
        String to,
        @MayBeAbsent Set<DayOfWeek> weekdays,
        @MayBeAbsent Set<Integer> days,
        @MayBeAbsent Set<Integer> months) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String MIDNIGHT = "24:00";
    private static final int LAST_DAY = 31;
    private static final int MONTHS = 12;

    public TimeRow {
        if (!TIME.matcher(from).matches()) {
            throw Bounds.invalid("from", "time.format", "must be a time of day, such as 08:30");
        }
        if (!to.equals(MIDNIGHT) && !TIME.matcher(to).matches()) {
            throw Bounds.invalid("to", "time.format", "must be a time of day, such as 17:30");
        }
        weekdays = Set.copyOf(weekdays);
        days = Set.copyOf(days);
        months = Set.copyOf(months);
        days.forEach(day -> Bounds.range("days", day, 1, LAST_DAY));
        months.forEach(month -> Bounds.range("months", month, 1, MONTHS));
    }

    /** Whether the moment is in it, read in its own zone. */
    boolean contains(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        LocalTime begin = LocalTime.parse(from);
        if (to.equals(MIDNIGHT)) {
            return !time.isBefore(begin) && on(moment);
        }
        LocalTime end = LocalTime.parse(to);
        if (begin.isBefore(end)) {
            return !time.isBefore(begin) && time.isBefore(end) && on(moment);
        }
        return !time.isBefore(begin) ? on(moment) : time.isBefore(end) && on(moment.minusDays(1));
    }

    private boolean on(ZonedDateTime day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (days.isEmpty() || days.contains(day.getDayOfMonth()))
                && (months.isEmpty() || months.contains(day.getMonthValue()));
    }
}
