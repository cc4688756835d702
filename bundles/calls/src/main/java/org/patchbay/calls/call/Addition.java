package org.patchbay.calls.call;

import java.util.function.Consumer;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Course;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Verdict;
import org.patchbay.calls.plan.Who;

/** Somebody is called into a conversation, which goes on meanwhile. Used on the call's thread alone. */
final class Addition {

    private final Call call;
    private final Who by;
    private final String number;

    Addition(Call call, Who by, String number) {
        this.call = call;
        this.by = by;
        this.number = number;
    }

    /** CONFLICT when no phones ring at this number. */
    void ring(Party shown) {
        if (!(first() instanceof Action.Ring ring)) {
            throw Problem.CONFLICT.because("call.cannot-add", "This number cannot be called into a conversation");
        }
        call.invite(
                new Guests(call, ring.callees(), Invitation.Ring.INTERNAL, shown, CallParty.Role.CALLED, joins(call))
                        .atMost(ring.time()));
    }

    private Action first() {
        var course = new Course(
                new Inquiry(call.portal(), by, number, call.hub().clock().instant()),
                call.hub().book(),
                call.hub().facts(),
                true,
                call::note);
        Action first = course.begin();
        return first instanceof Action.Consult ? course.after(new Outcome.Consulted(new Verdict.Silence())) : first;
    }

    private static Consumer<Line> joins(Call call) {
        return line -> {
            if (call.stage() instanceof TalkStage talk) {
                talk.comes(line, CallParty.Role.CALLED);
            } else {
                line.end(LegEnd.hungUp());
            }
        };
    }
}
