package org.patchbay.api.extensions;

/** What a person can have calls do instead of ringing; each may be bound to a {@link TimeGroup}. */
public enum Diversion {
    DO_NOT_DISTURB,
    ALWAYS,
    BUSY,
    NO_ANSWER,
    UNAVAILABLE,
    FOLLOW_ME,
    SECRETARY,
    ASSISTANT;

    /** The one that a forward is. */
    public static Diversion of(Forwards.Case when) {
        return switch (when) {
            case ALWAYS -> ALWAYS;
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }
}
