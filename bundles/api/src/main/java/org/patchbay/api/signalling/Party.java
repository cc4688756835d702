package org.patchbay.api.signalling;

import org.patchbay.api.Problem;

/**
 * One side of a call as phones show it. Immutable.
 *
 * @param number digits, perhaps with a leading plus, or the user part of a SIP address; empty when withheld
 * @param name to be shown; empty when not known
 */
public record Party(String number, String name) {

    private static final int LONGEST = 128;

    public Party {
        if (number.length() > LONGEST || name.length() > LONGEST) {
            throw Problem.INVALID.at("/number", "party.too-long", "must have at most 128 characters");
        }
    }

    /** Nobody who is known. */
    public static Party anonymous() {
        return new Party("", "");
    }
}
