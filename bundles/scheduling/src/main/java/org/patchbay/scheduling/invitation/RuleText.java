package org.patchbay.scheduling.invitation;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.patchbay.api.scheduling.Recurrence;

/** A recurrence as the RRULE of RFC 5545. */
public final class RuleText {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private RuleText() {}

    /** The rule of a series with this start; its last day is told as the last moment, in UTC. */
    public static String of(Recurrence rule, LocalDateTime start, ZoneId zone) {
        var text = new StringBuilder("FREQ=").append(rule.frequency());
        if (rule.interval() > 1) {
            text.append(";INTERVAL=").append(rule.interval());
        }
        rule.count().ifPresent(count -> text.append(";COUNT=").append(count));
        rule.until().ifPresent(day -> text.append(";UNTIL=")
                .append(UTC.format(day.atTime(start.toLocalTime()).atZone(zone).withZoneSameInstant(ZoneOffset.UTC))));
        if (rule.frequency() == Recurrence.Frequency.WEEKLY && !rule.days().isEmpty()) {
            text.append(";BYDAY=")
                    .append(rule.days().stream().sorted().map(RuleText::day).collect(Collectors.joining(",")))
                    .append(";WKST=MO");
        }
        rule.week().ifPresent(week -> text.append(";BYDAY=").append(week).append(day(start.getDayOfWeek())));
        return text.toString();
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
