package org.patchbay.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people, guests, portals and scripts may be called: one line of text that is seen, and that does not change the
 * text around it.
 */
public final class Names {

    /** Control characters, line and paragraph separators, unpaired surrogates, and what overrides the direction. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /** Letters, digits, punctuation and symbols, but those that are drawn as nothing. */
    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}]]");

    private Names() {}

    /** Whether this is one line with something to see. */
    public static boolean isName(String text) {
        return VISIBLE.matcher(text).find() && !FORBIDDEN.matcher(text).find();
    }

    /** What is wrong with a stripped name of at most so many characters. */
    public static Optional<FieldError> fault(String pointer, String name, int limit) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > limit) {
            return Optional.of(new FieldError(pointer, "name.length", "must be 1 to " + limit + " characters"));
        }
        return isName(name)
                ? Optional.empty()
                : Optional.of(new FieldError(pointer, "name.characters", "must be one line of visible text"));
    }

    /** The name without blanks around it, or INVALID. */
    public static String check(String pointer, String name, int limit) {
        String stripped = name.strip();
        fault(pointer, stripped, limit).ifPresent(error -> {
            throw Problem.INVALID.at(error.pointer(), error.code(), error.detail());
        });
        return stripped;
    }
}
