package org.patchbay.calls.call;

import org.patchbay.api.calls.CallResult;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Who;

/**
 * Somebody put the caller through to a number, and hears what became of that (RFC 3515, section 2.4.4): 180 when something
 * rings, then 200 when the caller has arrived somewhere, or the status of the refusal. The phone that asked stays in the call
 * until then, unless it hangs up (RFC 5589, section 6.1). When the caller arrives nowhere, the phones of who put them through
 * ring. Used on the call's thread alone.
 */
final class Handover {

    private static final int RINGING = 180;

    private final Call call;
    private final Line by;
    private final Who who;
    private boolean rang;
    private boolean over;
    private boolean comesBack;

    Handover(Call call, Line by) {
        this.call = call;
        this.by = by;
        this.who = by.who();
    }

    /** Something rings for the caller. */
    void rings() {
        if (!over && !rang) {
            rang = true;
            by.leg().transferred(RINGING);
        }
    }

    /** The caller is somewhere else now. */
    void entered(Stage stage) {
        if (stage.takesCaller()) {
            ends(Transfer.DONE);
        }
    }

    /** Whether the call, which is refused where it was sent, comes back instead. */
    boolean isRefused(Action.Refuse refuse) {
        if (over) {
            return false;
        }
        boolean back = who.extension().isPresent();
        comesBack = back;
        if (back) {
            call.enter(new IdleStage(call));
        }
        ends(refuse.status());
        over(by);
        return back;
    }

    /** The call is over. */
    void ended(CallResult how) {
        comesBack = false;
        ends(Referrals.status(how));
    }

    /** Who put the caller through has no phone in the call any more that would be in the way of another call. */
    void over(Line line) {
        if (line == by && by.isOver() && comesBack) {
            comesBack = false;
            call.redirect("came-back", who, who.party().number());
        }
    }

    private void ends(int status) {
        if (!over) {
            over = true;
            by.leg().transferred(status);
            by.end(LegEnd.hungUp());
        }
    }
}
