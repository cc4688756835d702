package org.patchbay.contacts.file;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would take for a formula: they are written with an apostrophe before, which it takes for text. */
final class Formula {

    private static final Pattern DANGEROUS =
            Pattern.compile("'*[=+\\-@|\\t\\r\\n\uff1d\uff0b\uff0d\uff20\uff5c].*", Pattern.DOTALL);

    /** A number to be dialled; a spreadsheet makes a number of it and no more. */
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9 ()]+");

    private Formula() {}

    static String defuse(String cell) {
        return DANGEROUS.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** What the cell was before it was made harmless. */
    static String restore(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
