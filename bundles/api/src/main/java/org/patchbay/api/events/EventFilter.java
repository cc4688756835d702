package org.patchbay.api.events;

import java.util.Optional;

/**
 * Which events are wanted.
 *
 * @param type a type name, or a prefix ending in {@code .*} such as {@code meeting.*}
 */
public record EventFilter(Optional<String> type, Optional<String> subject) {

    /** Every event. */
    public static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty());
}
