package org.patchbay.api.extensions;

import java.util.Optional;

/**
 * Where calls for an extension go instead, by what became of them. Immutable.
 *
 * @param always without ringing
 * @param busy when it is in as many calls as it takes
 * @param noAnswer when it rang so long
 * @param unavailable when no device is there
 */
public record Forwards(
        Optional<Destination> always,
        Optional<Destination> busy,
        Optional<Destination> noAnswer,
        Optional<Destination> unavailable) {

    /** Nowhere. */
    public static final Forwards NONE =
            new Forwards(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where calls go in this case. */
    public Optional<Destination> in(Case when) {
        return switch (when) {
            case ALWAYS -> always;
            case BUSY -> busy;
            case NO_ANSWER -> noAnswer;
            case UNAVAILABLE -> unavailable;
        };
    }

    /** The same, with another destination in this case. */
    public Forwards with(Case when, Optional<Destination> to) {
        return new Forwards(
                when == Case.ALWAYS ? to : always,
                when == Case.BUSY ? to : busy,
                when == Case.NO_ANSWER ? to : noAnswer,
                when == Case.UNAVAILABLE ? to : unavailable);
    }

    /** What became of a call. */
    public enum Case {
        ALWAYS,
        BUSY,
        NO_ANSWER,
        UNAVAILABLE
    }
}
