package org.patchbay.identity.department;

import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.WeekTime;

/** A change of a department for the audit. */
final class DepartmentAudit {

    private DepartmentAudit() {}

    /** From one state to the other; none is there before a department is created or after one is deleted. */
    static AuditDraft change(String action, Optional<Department> before, Optional<Department> after) {
        return new AuditDraft(
                action,
                "department",
                before.or(() -> after).orElseThrow().id().value(),
                before.map(DepartmentAudit::fields).orElse(Map.of()),
                after.map(DepartmentAudit::fields).orElse(Map.of()));
    }

    private static Map<String, String> fields(Department department) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", department.name());
        department.language().ifPresent(language -> fields.put("language", language));
        department.zone().ifPresent(zone -> fields.put("zone", zone));
        fields.put("hours", times(department.hours()));
        fields.put("breaks", times(department.breaks()));
        fields.put(
                "holidays",
                department.holidays().stream().map(DepartmentAudit::holiday).collect(Collectors.joining(", ")));
        department
                .override()
                .ifPresent(override ->
                        fields.put("override", (override.open() ? "open" : "closed") + " until " + override.until()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String times(List<WeekTime> times) {
        return times.stream().map(DepartmentAudit::time).collect(Collectors.joining(", "));
    }

    /** As {@code Mon 09:00–17:00}; midnight ends the day. */
    private static String time(WeekTime time) {
        String day = time.day().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        String until =
                time.until().equals(LocalTime.MIDNIGHT) ? "24:00" : time.until().toString();
        return day + " " + time.from() + "–" + until;
    }

    /** As {@code Christmas 2026-12-24–2026-12-26 yearly}. */
    private static String holiday(Holiday holiday) {
        String days = holiday.from().equals(holiday.until())
                ? holiday.from().toString()
                : holiday.from() + "–" + holiday.until();
        return holiday.name() + " " + days + (holiday.yearly() ? " yearly" : "");
    }
}
