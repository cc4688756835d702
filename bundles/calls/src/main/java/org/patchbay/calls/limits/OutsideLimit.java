package org.patchbay.calls.limits;

import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.extensions.CallLimits;

/** What calls outside are counted by, against fraud. */
public enum OutsideLimit {
    /** Calls outside at once. */
    SIMULTANEOUS,
    /** Minutes of conversation a day. */
    MINUTES,
    /** Different numbers a day. */
    DESTINATIONS;

    /** From so much on a limit is near: four fifths. */
    private static final int FIFTHS = 5;

    private static final int NEAR_FIFTHS = 4;

    /** As decisions, events and paths of REST say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The limit of that word. */
    public static Optional<OutsideLimit> of(String word) {
        for (OutsideLimit limit : values()) {
            if (limit.word().equals(word)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    /** How much the portal allows; empty for any number. */
    Optional<Integer> most(CallLimits limits) {
        return switch (this) {
            case SIMULTANEOUS -> limits.simultaneous();
            case MINUTES -> limits.minutesPerDay();
            case DESTINATIONS -> limits.destinationsPerDay();
        };
    }

    /** Whether so much is four fifths of the most or more, and not yet all of it. */
    static boolean near(long used, long most) {
        return used < most && used * FIFTHS >= most * NEAR_FIFTHS;
    }
}
