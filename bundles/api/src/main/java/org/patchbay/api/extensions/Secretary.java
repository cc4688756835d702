package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;

/**
 * Who takes somebody's calls first. Immutable.
 *
 * @param extension the id of the secretary's extension; needed to be on
 * @param passing numbers that reach the extension itself, to 200: internal ones, or E.164 with a plus
 */
public record Secretary(@MayBeAbsent boolean on, Optional<String> extension, @MayBeAbsent List<String> passing) {

    /** Nobody does. */
    public static final Secretary NONE = new Secretary(false, Optional.empty(), List.of());

    private static final Pattern NUMBER = Pattern.compile("\\d{2,8}|\\+[1-9]\\d{4,14}");
    private static final int MOST = 200;

    public Secretary {
        passing = Bounds.distinct("passing", passing, MOST);
        for (int i = 0; i < passing.size(); i++) {
            if (!NUMBER.matcher(passing.get(i)).matches()) {
                throw Bounds.invalid(
                        "passing/" + i, "secretary.number", "must be an internal number, or + and 5 to 15 digits");
            }
        }
        if (on && extension.isEmpty()) {
            throw Bounds.invalid("extension", "secretary.none", "must be somebody");
        }
    }

    /** The same, on or off. */
    public Secretary on(boolean now) {
        return new Secretary(now, extension, passing);
    }
}
