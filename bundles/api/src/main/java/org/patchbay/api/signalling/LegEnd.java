package org.patchbay.api.signalling;

import org.patchbay.api.Problem;

/**
 * Why a leg ended or is to end. Immutable.
 *
 * @param status as SIP says it: 200 after a conversation, 4xx, 5xx or 6xx when there was none
 * @param reason one line, in plain words or as the far end gave it
 * @param byFarEnd whether the far end ended it
 */
public record LegEnd(int status, String reason, boolean byFarEnd) {

    public LegEnd {
        if (status < 200 || status > 699) {
            throw Problem.INVALID.at("/status", "leg.status", "must be in 200 to 699");
        }
    }

    /** Somebody here hung up. */
    public static LegEnd hungUp() {
        return new LegEnd(200, "Normal call clearing", false);
    }

    /** Somebody else of those that rang took the call (RFC 3326). */
    public static LegEnd takenElsewhere() {
        return new LegEnd(200, "Call completed elsewhere", false);
    }

    /** Is refused for this reason. */
    public static LegEnd refused(int status, String reason) {
        return new LegEnd(status, reason, false);
    }
}
