package org.patchbay.identity.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StatusFilter;

/** Says which day it is for whom, so that a list finds the people of a status as {@link PersonStatuses} sees them. */
@Component(service = StatusFilters.class)
public final class StatusFilters {

    private final Portals portals;
    private final PersonStore people;
    private final DepartmentStore departments;
    private final Clock clock;

    @Activate
    public StatusFilters(
            @Reference Portals portals, @Reference PersonStore people, @Reference DepartmentStore departments) {
        this(portals, people, departments, Clock.systemUTC());
    }

    public StatusFilters(Portals portals, PersonStore people, DepartmentStore departments, Clock clock) {
        this.portals = portals;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /** As of now. Called inside a unit of work. */
    public StatusFilter of(PortalId portal, PersonStatus status) {
        Instant now = clock.instant();
        ZoneId usual = portals.find(portal).map(Portal::zone).map(ZoneId::of).orElse(ZoneOffset.UTC);
        LocalDate today = now.atZone(usual).toLocalDate();
        Map<LocalDate, Set<String>> zones = people.zones(portal).stream()
                .filter(zone -> !day(now, zone).equals(today))
                .collect(Collectors.groupingBy(zone -> day(now, zone), Collectors.toSet()));
        Map<LocalDate, Set<DepartmentId>> members = departments.list(portal).stream()
                .filter(department -> department.zone().isPresent())
                .filter(department -> !day(now, department.zone().orElseThrow()).equals(today))
                .collect(Collectors.groupingBy(
                        department -> day(now, department.zone().orElseThrow()),
                        Collectors.mapping(Department::id, Collectors.toSet())));
        Map<LocalDate, StatusFilter.Places> elsewhere = Stream.concat(
                        zones.keySet().stream(), members.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        day -> day,
                        day -> new StatusFilter.Places(
                                zones.getOrDefault(day, Set.of()), members.getOrDefault(day, Set.of()))));
        return new StatusFilter(status, today, elsewhere);
    }

    private static LocalDate day(Instant now, String zone) {
        return now.atZone(ZoneId.of(zone)).toLocalDate();
    }
}
