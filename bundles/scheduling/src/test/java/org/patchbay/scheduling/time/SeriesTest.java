package org.patchbay.scheduling.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.Recurrence.Frequency;
import org.patchbay.scheduling.invitation.RuleText;

class SeriesTest {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-30T09:00");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static Recurrence rule(Frequency frequency, int interval, Set<DayOfWeek> days, int week, int count) {
        return new Recurrence(
                frequency,
                interval,
                days,
                week == 0 ? Optional.empty() : Optional.of(week),
                Optional.of(count),
                Optional.empty());
    }

    static List<Object[]> rules() {
        return List.of(
                new Object[] {MONDAY, rule(Frequency.DAILY, 3, Set.of(), 0, 40)},
                new Object[] {MONDAY, rule(Frequency.WEEKLY, 1, Set.of(), 0, 10)},
                new Object[] {MONDAY, rule(Frequency.WEEKLY, 2, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 0, 11)},
                new Object[] {
                    MONDAY.plusDays(3),
                    rule(Frequency.WEEKLY, 2, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), 0, 12)
                },
                new Object[] {MONDAY, rule(Frequency.MONTHLY, 1, Set.of(), 0, 12)},
                new Object[] {LocalDateTime.parse("2027-01-31T10:30"), rule(Frequency.MONTHLY, 1, Set.of(), 0, 9)},
                new Object[] {LocalDateTime.parse("2026-12-08T10:30"), rule(Frequency.MONTHLY, 2, Set.of(), 2, 9)},
                new Object[] {MONDAY, rule(Frequency.MONTHLY, 1, Set.of(), -1, 9)},
                new Object[] {LocalDateTime.parse("2028-02-29T08:00"), rule(Frequency.YEARLY, 1, Set.of(), 0, 3)});
    }

    /** The calendar library reckons the same from the text that goes into mails. */
    @ParameterizedTest
    @MethodSource("rules")
    void isWhatCalendarsMakeOfIt(LocalDateTime start, Recurrence rule) {
        var recur = new Recur<LocalDateTime>(RuleText.of(rule, start, UTC));
        List<LocalDateTime> expected = recur.getDates(start, start, start.plusYears(40));

        assertThat(Series.of(start, Optional.of(rule)))
                .hasSize(rule.count().orElseThrow())
                .isEqualTo(expected);
    }

    @Test
    void endsOnItsLastDay() {
        var rule = new Recurrence(
                Frequency.DAILY,
                1,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 12, 2)));

        assertThat(Series.of(MONDAY, Optional.of(rule)))
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(RuleText.of(rule, MONDAY, ZoneId.of("Europe/Berlin")))
                .isEqualTo("FREQ=DAILY;UNTIL=20261202T080000Z");
    }

    @Test
    void saysByOneThatThereAreTooMany() {
        assertThat(Series.of(MONDAY, Optional.of(rule(Frequency.DAILY, 1, Set.of(), 0, 9999))))
                .hasSize(501);
        assertThat(Series.of(MONDAY, Optional.empty())).containsExactly(MONDAY);
    }
}
