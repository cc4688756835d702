package org.patchbay.api;

import java.util.Optional;

/**
 * Which page of a list is wanted; keyset paging.
 *
 * @param limit items on the page, 1 to 500
 * @param after the cursor of the page before, empty for the first
 */
public record PageRequest(int limit, Optional<String> after) {

    /** The most items a page may hold. */
    public static final int MAX_LIMIT = 500;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.INVALID.at("limit", "limit.range", "must be 1 to " + MAX_LIMIT);
        }
    }

    /** The first page of this size. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
