package org.patchbay.api.calls;

import java.util.List;

/**
 * Calls that were and belong together: those of a conference, or of people who were joined; most are one call alone.
 * Immutable.
 *
 * @param id of the first call
 * @param calls that the caller may see, the oldest first, at least one and at most {@link #MOST}
 */
public record Conversation(CallId id, List<CallRecord> calls) {

    /** The most calls that are told of one conversation; of more the oldest. */
    public static final int MOST = 200;

    public Conversation {
        calls = List.copyOf(calls);
    }

    /** Of these calls, the oldest first. */
    public static Conversation of(List<CallRecord> calls) {
        return new Conversation(calls.get(0).id(), calls);
    }
}
