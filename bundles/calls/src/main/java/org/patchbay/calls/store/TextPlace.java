package org.patchbay.calls.store;

import java.util.Optional;
import org.patchbay.api.PageRequest;
import org.patchbay.api.Problem;

/** Where a page of texts ended, as its cursor says it: texts of one moment are told apart by id. Immutable. */
record TextPlace(long sent, String id) {

    private static final int LONGEST_ID = 36;

    static TextPlace of(TextLine line) {
        return new TextPlace(Micros.of(line.sent()), line.id());
    }

    /** Behind what the page before ended with; empty on the first. */
    static Optional<TextPlace> after(PageRequest page) {
        return page.after().map(TextPlace::parse);
    }

    private static TextPlace parse(String cursor) {
        int dash = cursor.indexOf('-');
        if (dash > 0 && cursor.length() - dash - 1 <= LONGEST_ID && cursor.indexOf('\0') < 0) {
            try {
                return new TextPlace(Long.parseLong(cursor.substring(0, dash)), cursor.substring(dash + 1));
            } catch (NumberFormatException e) {
                // falls through to the one answer for every broken cursor
            }
        }
        throw Problem.INVALID.at("after", "page.cursor", "is not a cursor of this list");
    }

    String cursor() {
        return sent + "-" + id;
    }
}
