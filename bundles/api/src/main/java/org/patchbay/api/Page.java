package org.patchbay.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /** Goes through a whole list page by page. */
    public static <T> void walk(Function<PageRequest, Page<T>> list, Consumer<? super T> each) {
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            var page = list.apply(request);
            page.items().forEach(each);
            if (page.next().isEmpty()) {
                return;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
    }
}
