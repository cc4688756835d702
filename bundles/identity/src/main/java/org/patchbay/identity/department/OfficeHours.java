package org.patchbay.identity.department;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.WeekTime;

/** Decides whether a department is open: override, then holiday, then break, then hours. */
final class OfficeHours {

    private OfficeHours() {}

    static Opening at(Department department, Instant moment, ZoneId zone) {
        Optional<HoursOverride> override = department.override().filter(present -> moment.isBefore(present.until()));
        if (override.isPresent()) {
            return new Opening(
                    override.get().open(),
                    "override",
                    Map.of("until", override.get().until().toString()));
        }
        LocalDateTime there = LocalDateTime.ofInstant(moment, zone);
        Optional<Holiday> holiday = department.holidays().stream()
                .filter(days -> days.includes(there.toLocalDate()))
                .findFirst();
        if (holiday.isPresent()) {
            return new Opening(false, "holiday", Map.of("name", holiday.get().name()));
        }
        Optional<WeekTime> pause = find(department.breaks(), there);
        if (pause.isPresent()) {
            return opening(false, "break", pause.get());
        }
        if (department.hours().isEmpty()) {
            return new Opening(true, "always", Map.of());
        }
        return find(department.hours(), there)
                .map(time -> opening(true, "hours", time))
                .orElseGet(() -> new Opening(false, "outside-hours", Map.of()));
    }

    private static Optional<WeekTime> find(List<WeekTime> times, LocalDateTime there) {
        return times.stream()
                .filter(time -> time.includes(there.getDayOfWeek(), there.toLocalTime()))
                .findFirst();
    }

    private static Opening opening(boolean open, String reason, WeekTime time) {
        return new Opening(open, reason, Map.of("from", time.from().toString(), "until", end(time)));
    }

    /** Midnight ends the day. */
    private static String end(WeekTime time) {
        return time.until().equals(LocalTime.MIDNIGHT) ? "24:00" : time.until().toString();
    }
}
