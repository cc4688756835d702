package org.patchbay.identity.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A few short texts without commas in one column, as they are only ever read together. A comma stands before, between
 * and after them, so that LIKE finds one of them.
 */
final class TextList {

    private TextList() {}

    static String of(Collection<String> texts) {
        return texts.isEmpty() ? "" : "," + String.join(",", texts) + ",";
    }

    static List<String> read(String column) {
        return Arrays.stream(column.split(",")).filter(text -> !text.isEmpty()).toList();
    }
}
