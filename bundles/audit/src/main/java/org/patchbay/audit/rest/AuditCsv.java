package org.patchbay.audit.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.identity.PersonId;

/** An entry as a line of CSV (RFC 4180). A value that a spreadsheet would take for a formula begins with an apostrophe. */
final class AuditCsv {

    static final String HEADER =
            "sequence,time,actor,person,name,address,action,subjectKind,subjectId,before,after,hash\r\n";

    private static final String FORMULAS = "=+-@|\t\r\n\uff1d\uff0b\uff0d\uff20\uff5c";

    private AuditCsv() {}

    static String line(AuditEntry entry) {
        return List.of(
                                Long.toString(entry.sequence()),
                                entry.time().toString(),
                                entry.actor().name(),
                                entry.person().map(PersonId::value).orElse(""),
                                entry.name().orElse(""),
                                entry.address().orElse(""),
                                entry.action(),
                                entry.subjectKind(),
                                entry.subjectId(),
                                fields(entry.before()),
                                fields(entry.after()),
                                entry.hash())
                        .stream()
                        .map(AuditCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
