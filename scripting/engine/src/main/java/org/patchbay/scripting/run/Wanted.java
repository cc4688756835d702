package org.patchbay.scripting.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The event types that a script listens to. Not thread-safe. */
final class Wanted {

    private final Set<String> patterns = new HashSet<>();
    private final Map<String, Boolean> found = new HashMap<>();

    void add(String pattern) {
        patterns.add(pattern);
        found.clear();
    }

    void remove(String pattern) {
        patterns.remove(pattern);
        found.clear();
    }

    void clear() {
        patterns.clear();
        found.clear();
    }

    boolean test(String type) {
        return found.computeIfAbsent(type, name -> patterns.stream().anyMatch(pattern -> matches(pattern, name)));
    }

    private static boolean matches(String pattern, String type) {
        return pattern.equals("*")
                || pattern.equals(type)
                || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
