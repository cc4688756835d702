package org.patchbay.api.identity;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;

/** What somebody chooses of a department; the fields as in {@link Department}. Immutable. */
@PutBack(Department.class)
public record DepartmentDraft(
        String name,
        Optional<String> language,
        Optional<String> zone,
        @MayBeAbsent List<WeekTime> hours,
        @MayBeAbsent List<WeekTime> breaks,
        @MayBeAbsent List<Holiday> holidays,
        Optional<HoursOverride> override) {

    public DepartmentDraft {
        hours = List.copyOf(hours);
        breaks = List.copyOf(breaks);
        holidays = List.copyOf(holidays);
    }

    /** A department that is always open. */
    public static DepartmentDraft named(String name) {
        return new DepartmentDraft(
                name, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
