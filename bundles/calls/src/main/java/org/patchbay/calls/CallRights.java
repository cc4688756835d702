package org.patchbay.calls;

import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Privileges;
import org.patchbay.calls.call.Supervision;
import org.patchbay.calls.call.Switchboard;
import org.patchbay.calls.plan.OwnNumbers;
import org.patchbay.calls.store.Visible;

/** Who may see and do what with calls: the own ones, and those of departments by the rights held there. Thread-safe. */
final class CallRights {

    private final Access access;

    CallRights(Access access) {
        this.access = access;
    }

    /** Which calls somebody may see. */
    Visible visible(PortalId portal, Caller by) {
        Scope scope = access.scope(by, portal, Right.SEE_CALLS);
        Optional<PersonId> own = by.portal().equals(portal) ? by.personId() : Optional.empty();
        return new Visible(scope.everywhere(), own, scope.departments());
    }

    /** Whether somebody takes part in the call, parked it, or may see calls of a department in it. */
    static boolean shows(Visible visible, Call call) {
        boolean parked = visible.own().isPresent() && Switchboard.parkedBy(call).equals(visible.own());
        return parked || shows(visible, call.live());
    }

    static boolean shows(Visible visible, LiveCall call) {
        return visible.all()
                || call.parties().stream().anyMatch(party -> visible.shows(party.person(), party.department()));
    }

    /** The call as somebody sees it who may. */
    static LiveCall seen(Visible visible, Call call) {
        boolean supervises =
                call.live().parties().stream().anyMatch(party -> visible.shows(Optional.empty(), party.department()));
        return OwnNumbers.seen(Supervision.seen(call, visible.own(), supervises), visible.own(), visible.all());
    }

    /** The record as somebody sees it who may. */
    static CallRecord seen(Visible visible, CallRecord call) {
        boolean supervises = call.legs().stream().anyMatch(leg -> visible.shows(Optional.empty(), leg.department()));
        return OwnNumbers.seen(Supervision.seen(call, visible.own(), supervises), visible.own(), visible.all());
    }

    /** Refuses who may not do this with a call. */
    void require(PortalId portal, Call present, CallAction action, Caller by) {
        LiveCall call = present.live();
        boolean own = by.portal().equals(portal)
                && by.personId().isPresent()
                && (Switchboard.parkedBy(present).equals(by.personId())
                        || call.parties().stream()
                                .anyMatch(party -> party.person().equals(by.personId())));
        Optional<Right> right = right(call, action, own);
        if (right.isPresent()) {
            if (!holds(portal, Privileges.departments(call), right.get(), by)) {
                throw Problem.FORBIDDEN.because(
                        "You lack the right " + right.get() + " in the departments of this call");
            }
        } else if (!own) {
            throw Problem.CONFLICT.because("call.not-in", "No phone of yours is in this call");
        }
    }

    /** What is needed beyond being in the call; empty for nothing. */
    private static Optional<Right> right(LiveCall call, CallAction action, boolean own) {
        if (action instanceof CallAction.Listen) {
            return Optional.of(Right.LISTEN_IN);
        }
        if (action instanceof CallAction.Whisper) {
            return Optional.of(Right.WHISPER);
        }
        if (action instanceof CallAction.BargeIn) {
            return Optional.of(Right.BARGE_IN);
        }
        if (action instanceof CallAction.Park) {
            return own ? Optional.empty() : Optional.of(Right.PARK);
        }
        if (action instanceof CallAction.PickUp && !own) {
            return Optional.of(call.state() == CallState.PARKED ? Right.PARK : Right.OPERATE_CALLS);
        }
        boolean ofOthers = action instanceof CallAction.HangUp
                || action instanceof CallAction.Divert
                || action instanceof CallAction.Recording;
        return ofOthers && !own ? Optional.of(Right.OPERATE_CALLS) : Optional.empty();
    }

    boolean holds(PortalId portal, Set<DepartmentId> departments, Right right, Caller by) {
        Scope scope = access.scope(by, portal, right);
        return scope.everywhere() || departments.stream().anyMatch(scope::includes);
    }
}
