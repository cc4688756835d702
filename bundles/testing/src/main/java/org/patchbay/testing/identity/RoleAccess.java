package org.patchbay.testing.identity;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.tenancy.Portals;

/** Decides by the roles root, system-owner and user, as the real one does. Thread-safe. */
public final class RoleAccess implements Access {

    private final Portals portals;

    public RoleAccess(Portals portals) {
        this.portals = portals;
    }

    @Override
    public void require(Caller caller, PortalId portal, Right right) {
        Set<Right> rights = rights(caller, portal);
        boolean mayKnow = caller.portal().equals(portal) || caller.portal().isRoot();
        if (rights.contains(right)) {
            return;
        }
        if (caller instanceof Caller.Nobody && mayKnow) {
            throw Problem.UNAUTHENTICATED.because("Sign in first");
        }
        throw rights.isEmpty()
                ? Problem.NOT_FOUND.because("There is nothing here")
                : Problem.FORBIDDEN.because("You lack the right " + right);
    }

    @Override
    public void requireMeeting(Caller caller, PortalId portal, Right right, String meeting) {
        require(caller, portal, right);
        if (caller instanceof Caller.Guest guest && !guest.meeting().equals(meeting)) {
            throw Problem.NOT_FOUND.because("There is nothing here");
        }
    }

    @Override
    public Scope scope(Caller caller, PortalId portal, Right right) {
        return rights(caller, portal).contains(right) ? Scope.EVERYWHERE : Scope.NOWHERE;
    }

    @Override
    public Set<Right> rights(Caller caller, PortalId portal) {
        Set<String> roles = new HashSet<>();
        if (caller instanceof Caller.Member member) {
            roles.addAll(member.roles());
            member.memberships().forEach(membership -> roles.add(membership.role()));
        }
        if (caller.portal().isRoot()
                && roles.contains("root")
                && portals.find(portal).isPresent()) {
            return EnumSet.allOf(Right.class);
        }
        if (!caller.portal().equals(portal)) {
            return EnumSet.noneOf(Right.class);
        }
        Set<Right> rights = EnumSet.of(Right.ANYONE);
        if (caller instanceof Caller.Member) {
            rights.add(Right.OWN_ACCOUNT);
            rights.add(Right.OWN_SIGN_IN);
        }
        if (caller instanceof Caller.Guest) {
            rights.add(Right.TAKE_PART);
        }
        if (roles.contains("system-owner")) {
            rights.addAll(EnumSet.complementOf(EnumSet.of(Right.SEE_MAIL_BODY, Right.MANAGE_PORTALS)));
        }
        if (roles.contains("user")) {
            rights.addAll(EnumSet.of(
                    Right.TAKE_PART, Right.HOST_MEETINGS, Right.SEE_MEETINGS, Right.SHOW_PRESENCE, Right.SEE_PEOPLE));
        }
        return rights;
    }
}
