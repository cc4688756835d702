package org.patchbay.api.signalling;

import java.util.List;

/**
 * What an outgoing INVITE says. Immutable.
 *
 * @param description the offer
 * @param caller shown to the called phone (From and P-Asserted-Identity, RFC 3325)
 * @param called as dialled
 * @param callerHidden whether the caller's identity is withheld (RFC 3323)
 * @param ring how the phone announces it
 * @param divertedBy who sent the call on, the last first (RFC 5806); at most 8
 */
public record Invitation(
        String description, Party caller, Party called, boolean callerHidden, Ring ring, List<Party> divertedBy) {

    private static final int MOST_DIVERSIONS = 8;

    public Invitation {
        divertedBy = List.copyOf(divertedBy.subList(0, Math.min(divertedBy.size(), MOST_DIVERSIONS)));
    }

    /** How a phone announces a call ({@code Alert-Info}, {@code Call-Info: answer-after}). */
    public enum Ring {
        /** As a call from within. */
        INTERNAL,
        /** As a call from outside. */
        EXTERNAL,
        /** Not at all: it answers by itself and speaks. */
        ANSWER_BY_ITSELF,
        /** As {@link #ANSWER_BY_ITSELF}, for who did not ask for it: somebody speaks to them, and they may speak back. */
        INTERCOM,
        /** As {@link #INTERCOM}, but nothing is to be heard of them. */
        PAGE
    }
}
