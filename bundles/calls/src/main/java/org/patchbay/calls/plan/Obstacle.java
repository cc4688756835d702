package org.patchbay.calls.plan;

import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;

/**
 * Why something that was dialled does nothing. Immutable.
 *
 * @param why for the path
 * @param refusal what whoever dialled gets
 */
public record Obstacle(Decision why, Action.Refuse refusal) {

    public static Obstacle of(Decision why, int status, String reason) {
        return new Obstacle(why, new Action.Refuse(status, reason, CallResult.FAILED));
    }

    public static Obstacle busy(Decision why, String reason) {
        return new Obstacle(why, new Action.Refuse(486, reason, CallResult.BUSY));
    }
}
