package org.patchbay.identity.imports;

import java.util.List;

/** Writes CSV (RFC 4180) that no spreadsheet takes for formulas. */
final class CsvWriter {

    private CsvWriter() {}

    static void write(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            String cell = Formulas.neutralise(cells.get(i));
            boolean quoted =
                    cell.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t')
                            || !cell.equals(cell.strip());
            out.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        out.append("\r\n");
    }
}
