package org.patchbay.identity.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.patchbay.api.Problem;

/** The values of a row after somebody put others in the place of some. */
final class CorrectedValues {

    private CorrectedValues() {}

    /** The present values with the wanted ones in their places, what is secret sealed; a blank value goes. */
    static Map<String, String> of(Map<String, String> present, Map<String, String> wanted, Sealing sealing) {
        Map<String, String> values = new LinkedHashMap<>(present);
        String pin = ImportColumn.VM_PIN.header();
        wanted.forEach((name, value) -> {
            String column = ImportColumn.named(name)
                    .map(ImportColumn::header)
                    .filter(header -> present.containsKey(header) || header.equals(name))
                    .orElse(name);
            if (value.isBlank()) {
                values.remove(column);
            } else {
                values.put(column, value.strip());
            }
        });
        boolean untouched = Objects.equals(values.get(pin), present.get(pin)) || Sealing.HIDDEN.equals(values.get(pin));
        if (untouched) {
            values.remove(pin);
        }
        Map<String, String> sealed = sealing.seal(values);
        if (untouched && present.containsKey(pin)) {
            sealed.put(pin, present.get(pin));
        }
        return sealed;
    }

    /** Refuses values of columns that the file does not have and nothing understands. */
    static void requireColumns(PeopleImport known, Map<String, String> values) {
        List<String> unknown = values.keySet().stream()
                .filter(name ->
                        ImportColumn.named(name).isEmpty() && !known.columns().contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            String names = String.join(", ", unknown);
            throw Problem.INVALID.at(
                    "/values/" + unknown.get(0).replace("~", "~0").replace("/", "~1"),
                    "import.no-column",
                    "is no column that is understood: " + names,
                    Map.of("columns", names));
        }
    }
}
