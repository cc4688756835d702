package org.patchbay.identity.imports;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param openQuote the line on which a quote was opened and never closed, or 0; the cells are then the plain text of
 *     the line
 */
record CsvRecord(int line, List<String> cells, int openQuote) {

    CsvRecord {
        cells = List.copyOf(cells);
    }

    boolean broken() {
        return openQuote > 0;
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
