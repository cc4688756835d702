package org.patchbay.api.extensions;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.identity.DepartmentId;

/**
 * A spoken menu: the caller presses a key. Immutable.
 *
 * @param prompt the name of the sentence that tells the choices
 * @param keys where each key leads; one character of {@code 0-9*#}
 * @param extensions whether a caller may dial an internal number in it
 * @param seconds how long it waits for a key, 2 to 60
 * @param tries how often the sentence is said before it is over, 1 to 5
 * @param timeout where a call goes without a key
 * @param wrong where a call goes after wrong keys
 */
public record VoiceMenu(
        String id,
        String number,
        String name,
        DepartmentId department,
        String prompt,
        Map<String, Destination> keys,
        @MayBeAbsent boolean extensions,
        int seconds,
        int tries,
        Destination timeout,
        Destination wrong,
        long version) {

    private static final Pattern KEY = Pattern.compile("[0-9*#]");
    private static final int LONGEST = 60;

    public VoiceMenu {
        Bounds.internal(number);
        name = Bounds.name(name);
        Bounds.sentence("prompt", prompt);
        for (var key : keys.keySet()) {
            if (!KEY.matcher(key).matches()) {
                throw Bounds.invalid("keys", "menu.key", "must be single keys out of 0-9, * and #");
            }
        }
        keys = java.util.Collections.unmodifiableMap(new TreeMap<>(keys));
        Bounds.range("seconds", seconds, 2, LONGEST);
        Bounds.range("tries", tries, 1, 5);
    }
}
