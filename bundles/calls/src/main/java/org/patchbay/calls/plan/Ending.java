package org.patchbay.calls.plan;

import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Forwards;

/** What an outcome is called, and how a call ends with which nothing more can be done. */
public final class Ending {

    private Ending() {}

    public static String word(Outcome outcome) {
        if (outcome instanceof Outcome.NoAnswer) {
            return "no-answer";
        }
        if (outcome instanceof Outcome.Busy) {
            return "busy";
        }
        if (outcome instanceof Outcome.Refused) {
            return "refused";
        }
        if (outcome instanceof Outcome.NotUnderstood) {
            return "not-understood";
        }
        if (outcome instanceof Outcome.Unreached) {
            return "no-network";
        }
        return outcome instanceof Outcome.Unavailable ? "unavailable" : "failed";
    }

    /** What was pressed at a menu. */
    static Decision keys(Outcome outcome) {
        return outcome instanceof Outcome.Pressed pressed
                ? Decision.of("menu", "pressed", "key", pressed.keys())
                : Decision.of("menu", "nothing-pressed");
    }

    /** Which forward of an extension is for it. */
    static Forwards.Case forward(Outcome outcome) {
        if (outcome instanceof Outcome.NoAnswer) {
            return Forwards.Case.NO_ANSWER;
        }
        return outcome instanceof Outcome.Busy || outcome instanceof Outcome.Refused
                ? Forwards.Case.BUSY
                : Forwards.Case.UNAVAILABLE;
    }

    /** How a script refuses: some words have their own status, any other is a note. */
    static Action.Refuse rejected(String word) {
        return switch (word) {
            case "busy" -> new Action.Refuse(486, word, CallResult.BUSY);
            case "unavailable" -> new Action.Refuse(480, word, CallResult.MISSED);
            case "not-found" -> new Action.Refuse(404, word, CallResult.FAILED);
            default -> new Action.Refuse(603, "rejected", CallResult.REFUSED);
        };
    }

    static Action.Refuse of(Outcome outcome) {
        if (outcome instanceof Outcome.Busy) {
            return new Action.Refuse(486, "busy", CallResult.BUSY);
        }
        if (outcome instanceof Outcome.Refused) {
            return new Action.Refuse(603, "refused", CallResult.REFUSED);
        }
        if (outcome instanceof Outcome.NotUnderstood) {
            return new Action.Refuse(488, "not-understood", CallResult.FAILED);
        }
        if (outcome instanceof Outcome.Unreached) {
            return new Action.Refuse(503, "no-network", CallResult.FAILED);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return new Action.Refuse(failed.status(), "failed", CallResult.FAILED);
        }
        return new Action.Refuse(
                480, outcome instanceof Outcome.NoAnswer ? "no-answer" : "unavailable", CallResult.MISSED);
    }
}
