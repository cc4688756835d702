package org.patchbay.api.identity;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * A part of a company with its own language, time zone and office hours. Immutable.
 *
 * @param name unique in the portal
 * @param language of its people who have chosen none; empty for the portal's
 * @param zone of its people and its hours; empty for the portal's
 * @param hours when it is open; without any: always
 * @param breaks when it is closed all the same
 * @param holidays on which it is closed
 * @param override what holds against all that until a moment
 * @param version grows with each change; the ETag of the resource
 */
public record Department(
        DepartmentId id,
        PortalId portal,
        String name,
        Optional<String> language,
        Optional<String> zone,
        List<WeekTime> hours,
        List<WeekTime> breaks,
        List<Holiday> holidays,
        Optional<HoursOverride> override,
        long version) {

    public Department {
        hours = List.copyOf(hours);
        breaks = List.copyOf(breaks);
        holidays = List.copyOf(holidays);
    }

    /** A department as drafted. */
    public static Department of(DepartmentId id, PortalId portal, DepartmentDraft draft, long version) {
        return new Department(
                id,
                portal,
                draft.name(),
                draft.language(),
                draft.zone(),
                draft.hours(),
                draft.breaks(),
                draft.holidays(),
                draft.override(),
                version);
    }
}
