package org.patchbay.web.fake;

import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;

/** A member's roles are names of rights; a guest takes part in the own meeting. */
public final class FakeAccess implements Access {

    @Override
    public void require(Caller caller, PortalId portal, Right right) {
        if (!caller.portal().equals(portal) && !caller.portal().isRoot()) {
            throw Problem.NOT_FOUND.because("No such portal");
        }
        if (right == Right.ANYONE || rights(caller, portal).contains(right)) {
            return;
        }
        throw (caller instanceof Caller.Nobody ? Problem.UNAUTHENTICATED : Problem.FORBIDDEN)
                .because("This needs " + right);
    }

    @Override
    public void requireMeeting(Caller caller, PortalId portal, Right right, String meeting) {
        if (caller instanceof Caller.Guest guest && guest.meeting().equals(meeting) && right == Right.TAKE_PART) {
            return;
        }
        require(caller, portal, right);
    }

    @Override
    public Scope scope(Caller caller, PortalId portal, Right right) {
        return rights(caller, portal).contains(right) ? Scope.EVERYWHERE : Scope.NOWHERE;
    }

    @Override
    public Set<Right> rights(Caller caller, PortalId portal) {
        return caller instanceof Caller.Member member
                ? member.roles().stream().map(Right::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
