package org.patchbay.identity.imports;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param broken whether a quote was opened and never closed; the cells are then the plain text of the line
 */
record CsvRecord(int line, List<String> cells, boolean broken) {

    CsvRecord {
        cells = List.copyOf(cells);
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
