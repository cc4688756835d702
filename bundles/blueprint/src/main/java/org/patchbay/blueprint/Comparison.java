package org.patchbay.blueprint;

import java.util.List;

/**
 * How a portal differs from a file, or did before the file was applied. Immutable.
 *
 * @param different whether applying changes anything
 * @param lines what changes, as lines of the portal's file before and after, with some around them
 * @param hidden what changes and is never shown, such as {@code plugins/crm-hubspot/token}
 */
public record Comparison(boolean different, List<Line> lines, List<String> hidden) {

    static Comparison of(String before, String after, List<String> hidden) {
        boolean same = before.equals(after);
        return new Comparison(
                !same || !hidden.isEmpty(), same ? List.of() : TextDiff.of(before, after), List.copyOf(hidden));
    }

    /** One line; of those left out, how many. */
    public record Line(Kind kind, String text) {}

    /** What happens to a line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        SKIPPED
    }
}
