package org.patchbay.api.extensions;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;

/**
 * A small menu of somebody's own, for callers whom nobody answers. It is not heard before its greeting was spoken. Immutable.
 *
 * @param keys where each key leads; one character of {@code 0-9*#}
 * @param seconds how long it waits for a key, 2 to 60
 * @param tries how often the greeting is said before it is over, 1 to 5
 * @param otherwise where a call goes without a key that leads somewhere; empty for the mailbox
 */
public record Assistant(
        @MayBeAbsent boolean on,
        @MayBeAbsent Map<String, Destination> keys,
        int seconds,
        int tries,
        Optional<Destination> otherwise) {

    /** One that leads nowhere yet. */
    public static final Assistant NONE = new Assistant(false, Map.of(), 5, 2, Optional.empty());

    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final int LONGEST = 60;
    private static final int MOST_TRIES = 5;

    public Assistant {
        for (var key : keys.keySet()) {
            if (!KEY.matcher(key).matches()) {
                throw Bounds.invalid("keys", "menu.key", "must be single keys out of 0-9, * and #");
            }
        }
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        Bounds.range("seconds", seconds, 2, LONGEST);
        Bounds.range("tries", tries, 1, MOST_TRIES);
    }

    /** The same, on or off. */
    public Assistant on(boolean now) {
        return new Assistant(now, keys, seconds, tries, otherwise);
    }
}
