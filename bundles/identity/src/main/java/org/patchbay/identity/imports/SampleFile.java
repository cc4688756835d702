package org.patchbay.identity.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that show what an import understands. */
public enum SampleFile {
    /** Address and name, without a header. */
    TWO_COLUMNS {
        @Override
        void write(StringBuilder out) {
            out.append("\"ada@example.org\", \"Ada Lovelace\"\r\n");
            out.append("\"eve@example.org\", \"Eve Example\"\r\n");
        }
    },
    /** The 45 columns of the extension file. */
    EXTENSIONS {
        @Override
        void write(StringBuilder out) {
            CsvWriter.write(
                    out,
                    ImportColumn.extensionFile().stream()
                            .map(ImportColumn::header)
                            .toList());
            CsvWriter.write(
                    out,
                    ImportColumn.extensionFile().stream()
                            .map(column ->
                                    EXAMPLE.getOrDefault(column, column.kind() == ImportColumn.Kind.FLAG ? "0" : ""))
                            .toList());
        }
    },
    /** Every column that is understood, by name. */
    ALL_COLUMNS {
        @Override
        void write(StringBuilder out) {
            List<ImportColumn> columns = Arrays.stream(ImportColumn.values())
                    .filter(column -> column.kind() != ImportColumn.Kind.IGNORED)
                    .toList();
            CsvWriter.write(out, columns.stream().map(ImportColumn::header).toList());
        }
    };

    private static final Map<ImportColumn, String> EXAMPLE = Map.ofEntries(
            Map.entry(ImportColumn.NUMBER, "100"),
            Map.entry(ImportColumn.FIRST_NAME, "Ada"),
            Map.entry(ImportColumn.LAST_NAME, "Lovelace"),
            Map.entry(ImportColumn.EMAIL, "ada@example.org"),
            Map.entry(ImportColumn.ROLE, "<rolename=\"users\"/>"),
            Map.entry(ImportColumn.DEPARTMENT, "DEFAULT"),
            Map.entry(ImportColumn.VM_ENABLE, "1"),
            Map.entry(ImportColumn.VM_PIN, "493027"),
            Map.entry(ImportColumn.DISABLED, "0"));

    /** The sample of this kebab-case name. */
    public static Optional<SampleFile> named(String name) {
        return Arrays.stream(values())
                .filter(sample -> sample.fileName().equals(name + ".csv"))
                .findFirst();
    }

    /** Such as {@code two-columns.csv}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    abstract void write(StringBuilder out);
}
