package org.patchbay.identity.imports;

/**
 * Keeps a spreadsheet from running what somebody wrote as their name: a cell that begins like a formula gets an
 * apostrophe, which an import takes away again.
 */
final class Formulas {

    private static final String STARTS = "=+-@|\t\r\n\uff1d\uff0b\uff0d\uff20\uff5c";

    private Formulas() {}

    static String neutralise(String cell) {
        return begins(cell, 0) || quoted(cell) ? "'" + cell : cell;
    }

    static String restore(String cell) {
        return quoted(cell) ? cell.substring(1) : cell;
    }

    /** Apostrophes before a formula's sign; one more is written so that every text comes back as it was. */
    private static boolean quoted(String cell) {
        int signs = 0;
        while (signs < cell.length() && cell.charAt(signs) == '\'') {
            signs++;
        }
        return signs > 0 && begins(cell, signs);
    }

    private static boolean begins(String cell, int at) {
        return cell.length() > at && STARTS.indexOf(cell.charAt(at)) >= 0;
    }
}
