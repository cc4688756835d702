package org.patchbay.scheduling.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.api.scheduling.Recurrence;

/** The local times of a series (RFC 5545, section 3.3.10). Dates that do not exist, such as a 31 April, are left out. */
public final class Series {

    /** The most steps without an occurrence: every leap year's day is at most eight years after the one before. */
    private static final int BARREN_STEPS = 5000;

    private Series() {}

    /** The local times, soonest first; one more than there may be if there are too many. */
    public static List<LocalDateTime> of(LocalDateTime start, Optional<Recurrence> recurrence) {
        return recurrence.map(rule -> repeated(start, rule)).orElse(List.of(start));
    }

    private static List<LocalDateTime> repeated(LocalDateTime start, Recurrence rule) {
        List<LocalDateTime> found = new ArrayList<>();
        int most = Math.min(rule.count().orElse(Integer.MAX_VALUE), PlannedMeetings.OCCURRENCE_LIMIT + 1);
        LocalDate last = rule.until().orElse(LocalDate.MAX);
        int barren = 0;
        for (int step = 0; barren < BARREN_STEPS; step++) {
            int before = found.size();
            for (LocalDate day : days(start.toLocalDate(), rule, step)) {
                if (day.isAfter(last) || found.size() == most) {
                    return found;
                }
                if (!day.isBefore(start.toLocalDate())) {
                    found.add(day.atTime(start.toLocalTime()));
                }
            }
            barren = found.size() == before ? barren + 1 : 0;
        }
        return found;
    }

    /** The days of the step-th day, week, month or year. */
    private static List<LocalDate> days(LocalDate start, Recurrence rule, int step) {
        long by = (long) step * rule.interval();
        return switch (rule.frequency()) {
            case DAILY -> List.of(start.plusDays(by));
            case WEEKLY -> ofWeek(start, rule.days(), by);
            case MONTHLY -> ofMonth(start, rule.week(), YearMonth.from(start).plusMonths(by));
            case YEARLY -> dayOf(YearMonth.from(start).plusYears(by), start.getDayOfMonth());
        };
    }

    private static List<LocalDate> ofWeek(LocalDate start, Set<DayOfWeek> days, long weeks) {
        LocalDate monday =
                start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
        Set<DayOfWeek> wanted = new TreeSet<>(days.isEmpty() ? Set.of(start.getDayOfWeek()) : days);
        return wanted.stream().map(day -> monday.plusDays(day.getValue() - 1L)).toList();
    }

    private static List<LocalDate> ofMonth(LocalDate start, Optional<Integer> week, YearMonth month) {
        return week.map(number ->
                        List.of(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(number, start.getDayOfWeek()))))
                .orElseGet(() -> dayOf(month, start.getDayOfMonth()));
    }

    private static List<LocalDate> dayOf(YearMonth month, int day) {
        return month.isValidDay(day) ? List.of(month.atDay(day)) : List.of();
    }
}
