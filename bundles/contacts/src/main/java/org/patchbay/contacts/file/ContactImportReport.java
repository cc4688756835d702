package org.patchbay.contacts.file;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param saved whether the fresh contacts were added; a preview adds nothing
 * @param fresh how many are new; those that are known or faulty are left out
 * @param strange headings of columns that are left out
 */
public record ContactImportReport(
        boolean saved, int fresh, int known, int faulty, List<String> strange, List<ContactImportRow> rows) {

    static ContactImportReport of(boolean saved, List<String> strange, List<ContactImportRow> rows) {
        return new ContactImportReport(
                saved,
                count(rows, ContactImportRow.Verdict.FRESH),
                count(rows, ContactImportRow.Verdict.KNOWN),
                count(rows, ContactImportRow.Verdict.FAULTY),
                List.copyOf(strange),
                List.copyOf(rows));
    }

    private static int count(List<ContactImportRow> rows, ContactImportRow.Verdict verdict) {
        return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
    }
}
