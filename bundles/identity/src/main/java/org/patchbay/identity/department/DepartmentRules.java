package org.patchbay.identity.department;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.WeekTime;

/** What somebody may write about a department. */
final class DepartmentRules {

    private static final int NAME_LIMIT = 64;
    private static final int TIMES_LIMIT = 70;
    private static final int HOLIDAYS_LIMIT = 300;
    private static final Duration LONGEST_OVERRIDE = Duration.ofDays(366);
    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");

    private DepartmentRules() {}

    /** The draft in its one spelling, or INVALID with every field at fault. */
    static DepartmentDraft check(DepartmentDraft draft, Optional<HoursOverride> present, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        var checked = new DepartmentDraft(
                name("/name", draft.name(), errors),
                draft.language().filter(text -> !text.isBlank()),
                draft.zone().filter(text -> !text.isBlank()),
                times("hours", draft.hours(), errors),
                times("breaks", draft.breaks(), errors),
                holidays(draft.holidays(), errors),
                override(draft.override(), present, now, errors));
        if (checked.language().filter(language -> !LANGUAGES.contains(language)).isPresent()) {
            errors.add(new FieldError("/language", "language.unknown", "must be en, de, es or fr"));
        }
        if (checked.zone()
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .isPresent()) {
            errors.add(new FieldError("/zone", "zone.unknown", "must be an IANA time zone such as Europe/Berlin"));
        }
        require(errors);
        return checked;
    }

    static Optional<HoursOverride> check(Optional<HoursOverride> override, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Optional<HoursOverride> checked = override(override, Optional.empty(), now, errors);
        require(errors);
        return checked;
    }

    private static void require(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }

    private static String name(String pointer, String text, List<FieldError> errors) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        Names.fault(pointer, name, NAME_LIMIT).ifPresent(errors::add);
        return name;
    }

    private static List<WeekTime> times(String field, List<WeekTime> times, List<FieldError> errors) {
        if (times.size() > TIMES_LIMIT) {
            errors.add(new FieldError("/" + field, "times.many", "must be at most " + TIMES_LIMIT));
            return List.of();
        }
        for (int i = 0; i < times.size(); i++) {
            WeekTime time = times.get(i);
            if (!time.until().equals(LocalTime.MIDNIGHT) && !time.from().isBefore(time.until())) {
                errors.add(new FieldError(
                        "/" + field + "/" + i + "/until", "times.order", "must be later than the beginning"));
            } else if (times.subList(0, i).stream().anyMatch(other -> overlap(other, time))) {
                errors.add(new FieldError(
                        "/" + field + "/" + i + "/from",
                        "times.overlap",
                        "must not lie within another time of that day"));
            }
        }
        return times;
    }

    private static boolean overlap(WeekTime one, WeekTime other) {
        return one.day() == other.day()
                && (one.includes(one.day(), other.from()) || other.includes(one.day(), one.from()));
    }

    private static List<Holiday> holidays(List<Holiday> holidays, List<FieldError> errors) {
        if (holidays.size() > HOLIDAYS_LIMIT) {
            errors.add(new FieldError("/holidays", "holidays.many", "must be at most " + HOLIDAYS_LIMIT));
            return List.of();
        }
        List<Holiday> checked = new ArrayList<>();
        for (int i = 0; i < holidays.size(); i++) {
            Holiday days = holidays.get(i);
            String at = "/holidays/" + i;
            String name = name(at + "/name", days.name(), errors);
            if (days.from().getYear() < 1970
                    || days.until().getYear() > 9999
                    || days.until().isBefore(days.from())) {
                errors.add(new FieldError(at + "/until", "dates.order", "must not be before the first day"));
            } else if (days.yearly() && !days.until().isBefore(days.from().plusYears(1))) {
                errors.add(new FieldError(at + "/until", "holidays.yearly", "must be less than a year later"));
            }
            checked.add(new Holiday(name, days.from(), days.until(), days.yearly()));
        }
        return checked;
    }

    /** One that has ended since it was set may come back with the rest, and goes. */
    private static Optional<HoursOverride> override(
            Optional<HoursOverride> override, Optional<HoursOverride> present, Instant now, List<FieldError> errors) {
        Optional<HoursOverride> lasting = override.filter(set -> set.until().isAfter(now));
        if (lasting.isEmpty() && override.isPresent() && !override.equals(present)) {
            errors.add(new FieldError("/override/until", "override.past", "must be in the future"));
        }
        if (lasting.filter(set -> set.until().isAfter(now.plus(LONGEST_OVERRIDE)))
                .isPresent()) {
            errors.add(new FieldError("/override/until", "override.long", "must be within a year"));
        }
        return lasting;
    }
}
