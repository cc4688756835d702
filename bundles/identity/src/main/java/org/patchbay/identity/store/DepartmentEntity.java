package org.patchbay.identity.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.WeekTime;

/** Hours, breaks and holidays are a line each, as they are only ever read together. */
@Entity
@Table(name = "DEPARTMENT")
@NullUnmarked // JPA fills the fields
class DepartmentEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String name;

    @Column(name = "NAME_KEY", nullable = false)
    private String nameKey;

    private String language;

    private String zone;

    @Column(nullable = false)
    private String hours;

    @Column(nullable = false)
    private String breaks;

    @Column(nullable = false)
    private String holidays;

    @Column(name = "OVERRIDE_OPEN")
    private Short overrideOpen;

    @Column(name = "OVERRIDE_UNTIL")
    private Long overrideUntil;

    @Column(nullable = false)
    private long revision;

    protected DepartmentEntity() {}

    static DepartmentEntity of(Department department) {
        var entity = new DepartmentEntity();
        entity.id = department.id().value();
        entity.portal = department.portal().value();
        entity.write(department);
        return entity;
    }

    void write(Department department) {
        name = department.name();
        nameKey = NameKey.of(name);
        language = department.language().orElse(null);
        zone = department.zone().orElse(null);
        hours = lines(department.hours());
        breaks = lines(department.breaks());
        holidays = department.holidays().stream()
                .map(days -> days.from() + " " + days.until() + (days.yearly() ? " y " : " n ") + days.name())
                .collect(Collectors.joining("\n"));
        overrideOpen =
                department.override().map(set -> (short) (set.open() ? 1 : 0)).orElse(null);
        overrideUntil = department.override().map(set -> Micros.of(set.until())).orElse(null);
        revision = department.version();
    }

    boolean isAt(PortalId expected, long version) {
        return isIn(expected) && revision == version;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    Department toDepartment() {
        var draft = new DepartmentDraft(
                name,
                Optional.ofNullable(language),
                Optional.ofNullable(zone),
                times(hours),
                times(breaks),
                holidays.lines().map(DepartmentEntity::holiday).toList(),
                Optional.ofNullable(overrideUntil).map(this::override));
        return Department.of(new DepartmentId(id), new PortalId(portal), draft, revision);
    }

    private HoursOverride override(long until) {
        Instant end = Micros.toInstant(until);
        return new HoursOverride(overrideOpen != 0, end);
    }

    private static String lines(List<WeekTime> times) {
        return times.stream()
                .map(time -> time.day() + " " + time.from() + " " + time.until())
                .collect(Collectors.joining("\n"));
    }

    private static List<WeekTime> times(String lines) {
        return lines.lines()
                .map(line -> line.split(" "))
                .map(part ->
                        new WeekTime(DayOfWeek.valueOf(part[0]), LocalTime.parse(part[1]), LocalTime.parse(part[2])))
                .toList();
    }

    private static Holiday holiday(String line) {
        String[] part = line.split(" ", 4);
        return new Holiday(part[3], LocalDate.parse(part[0]), LocalDate.parse(part[1]), part[2].equals("y"));
    }
}
