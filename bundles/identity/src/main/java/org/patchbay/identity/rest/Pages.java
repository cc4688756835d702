package org.patchbay.identity.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.patchbay.api.Page;

/** Short lists, which are one page. */
final class Pages {

    private Pages() {}

    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, Optional.empty(), OptionalLong.of(items.size()));
    }
}
