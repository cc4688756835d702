package org.patchbay.scheduling.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;

/** When a planned meeting takes place, with what is different from the series. */
public final class Timetable {

    private Timetable() {}

    /** What takes place, soonest first. A local time that a change of clocks skips is as much later. */
    public static List<Slot> of(PlannedMeeting meeting) {
        Map<LocalDateTime, OccurrenceChange> changes =
                meeting.changes().stream().collect(Collectors.toMap(OccurrenceChange::occurrence, Function.identity()));
        ZoneId zone = ZoneId.of(meeting.zone());
        return Series.of(meeting.start(), meeting.recurrence()).stream()
                .filter(time -> Optional.ofNullable(changes.get(time))
                        .filter(OccurrenceChange::cancelled)
                        .isEmpty())
                .map(time -> slot(time, Optional.ofNullable(changes.get(time)), meeting.minutes(), zone))
                .sorted(Comparator.comparing(Slot::starts).thenComparing(Slot::occurrence))
                .toList();
    }

    /** When the last of it is over; of a meeting that never takes place, when it would have begun. */
    public static Instant lastEnd(PlannedMeeting meeting) {
        return of(meeting).stream()
                .map(Slot::ends)
                .max(Comparator.naturalOrder())
                .orElseGet(
                        () -> meeting.start().atZone(ZoneId.of(meeting.zone())).toInstant());
    }

    private static Slot slot(LocalDateTime time, Optional<OccurrenceChange> change, int minutes, ZoneId zone) {
        LocalDateTime start = change.flatMap(OccurrenceChange::start).orElse(time);
        Instant starts = start.atZone(zone).toInstant();
        Instant ends = starts.plus(
                Duration.ofMinutes(change.flatMap(OccurrenceChange::minutes).orElse(minutes)));
        return new Slot(time, start, starts, ends, change.isPresent());
    }
}
