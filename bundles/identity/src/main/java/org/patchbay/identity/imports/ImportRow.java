package org.patchbay.identity.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of an import. Immutable.
 *
 * @param line of the file on which it begins
 * @param values by column; empty ones are left out
 */
public record ImportRow(int line, ImportVerdict verdict, Map<String, String> values, List<ImportFinding> findings) {

    public ImportRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        findings = List.copyOf(findings);
    }
}
