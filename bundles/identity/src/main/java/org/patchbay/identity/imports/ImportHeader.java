package org.patchbay.identity.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Problem;

/**
 * Which column is which. A file without a header has the address and the name, in either order.
 *
 * @param names of the columns as the file writes them
 * @param given whether the first record is a header and no person
 */
record ImportHeader(List<String> names, boolean given) {

    private static final int COLUMN_LIMIT = 200;
    private static final int NAME_LIMIT = 60;
    private static final List<String> TWO = List.of(ImportColumn.EMAIL.header(), ImportColumn.DISPLAY_NAME.header());

    /** "EmailAddress: ada@example.org", as in one documented form of the file. */
    private static final Pattern LABEL =
            Pattern.compile("(?i)^(e-?mail(?:\\s*address)?|display\\s*name|name)\\s*:\\s*(.+)$");

    ImportHeader {
        names = List.copyOf(names);
    }

    static ImportHeader of(CsvRecord first) {
        List<String> cells = first.cells();
        boolean header =
                cells.stream().anyMatch(cell -> ImportColumn.named(cell).isPresent())
                        && cells.stream().noneMatch(cell -> cell.contains("@"));
        if (header) {
            return new ImportHeader(checked(cells), true);
        }
        if (cells.size() > TWO.size()) {
            throw Problem.INVALID.at(
                    "", "import.no-header", "must begin with a header, as it has more than two columns");
        }
        return new ImportHeader(TWO, false);
    }

    /** The cells under their columns' names; empty cells are left out. */
    Map<String, String> values(CsvRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> cells = given ? record.cells() : twoInOrder(record.cells());
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                values.put(names.get(i), Formulas.restore(cells.get(i)));
            }
        }
        return values;
    }

    /** The names that no column is known by. */
    List<String> unknown() {
        return names.stream()
                .filter(name -> !name.isBlank())
                .filter(name -> ImportColumn.named(name).isEmpty())
                .toList();
    }

    private static List<String> twoInOrder(List<String> cells) {
        List<String> plain = cells.stream().map(ImportHeader::withoutLabel).toList();
        boolean swapped =
                plain.size() == 2 && !plain.get(0).contains("@") && plain.get(1).contains("@");
        return swapped ? List.of(plain.get(1), plain.get(0)) : plain;
    }

    private static String withoutLabel(String cell) {
        var label = LABEL.matcher(cell);
        return label.matches()
                ? label.group(2).replaceAll("^[\"\u201c\u201d\u201e]+|[\"\u201c\u201d\u201e]+$", "")
                : cell;
    }

    private static List<String> checked(List<String> cells) {
        if (cells.size() > COLUMN_LIMIT) {
            throw Problem.INVALID.at("", "import.columns", "has more than " + COLUMN_LIMIT + " columns");
        }
        List<FieldError> errors = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (String cell : cells) {
            String name = cell.strip();
            Optional<ImportColumn> column = ImportColumn.named(name);
            if (name.length() > NAME_LIMIT) {
                errors.add(new FieldError("", "import.column-long", "has a column name that is too long"));
            } else if (!name.isEmpty()
                    && !seen.add(column.<Object>map(known -> known).orElse(name))) {
                errors.add(new FieldError("", "import.column-twice", "has the column " + name + " twice"));
            }
            names.add(column.map(ImportColumn::header).orElse(name));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return names;
    }
}
