package org.patchbay.contacts.file;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param saved whether the fresh contacts were added; a preview adds nothing
 * @param fresh how many are new; those that are known or faulty are left out
 * @param strange headings of columns that are left out
 */
public record ImportReport(
        boolean saved, int fresh, int known, int faulty, List<String> strange, List<ImportRow> rows) {

    static ImportReport of(boolean saved, List<String> strange, List<ImportRow> rows) {
        return new ImportReport(
                saved,
                count(rows, ImportRow.Verdict.FRESH),
                count(rows, ImportRow.Verdict.KNOWN),
                count(rows, ImportRow.Verdict.FAULTY),
                List.copyOf(strange),
                List.copyOf(rows));
    }

    private static int count(List<ImportRow> rows, ImportRow.Verdict verdict) {
        return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
