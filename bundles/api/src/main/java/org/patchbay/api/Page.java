package org.patchbay.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list.
 *
 * @param next the cursor of the following page, opaque; empty on the last page
 * @param total the size of the whole list where a page shows it
 */
public record Page<T>(List<T> items, Optional<String> next, OptionalLong total) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page that is the whole list. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, Optional.empty(), OptionalLong.of(items.size()));
    }
}
