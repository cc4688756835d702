package org.patchbay.identity.department;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Department;

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
        fields.put("hours", department.hours().toString());
        fields.put("breaks", department.breaks().toString());
        fields.put("holidays", department.holidays().toString());
        department.override().ifPresent(override -> fields.put("override", override.toString()));
        return fields;
    }
}
