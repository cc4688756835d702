package org.patchbay.identity.people;

import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.tenancy.Portals;

/** The component behind {@link Access}. */
@Component
public final class AccessService implements Access {

    private final RoleBook roles;
    private final Portals portals;

    @Activate
    public AccessService(@Reference RoleBook roles, @Reference Portals portals) {
        this.roles = roles;
        this.portals = portals;
    }

    @Override
    public void require(Caller caller, PortalId portal, Right right) {
        Set<Right> rights = rights(caller, portal);
        if (rights.contains(right)) {
            return;
        }
        if (caller instanceof Caller.Nobody && mayKnow(caller, portal)) {
            throw Problem.UNAUTHENTICATED.because("Sign in first");
        }
        if (rights.isEmpty()) {
            throw hidden();
        }
        throw Problem.FORBIDDEN.because("You lack the right " + right);
    }

    @Override
    public void requireMeeting(Caller caller, PortalId portal, Right right, String meeting) {
        require(caller, portal, right);
        if (caller instanceof Caller.Guest guest && !guest.meeting().equals(meeting)) {
            throw hidden();
        }
    }

    @Override
    public Set<Right> rights(Caller caller, PortalId portal) {
        Set<Right> rights = unscoped(caller, portal);
        if (caller instanceof Caller.Member member && member.scopes().isPresent() && !rights.isEmpty()) {
            rights.retainAll(member.scopes().get());
            rights.add(Right.ANYONE);
        }
        return rights;
    }

    /** What the roles allow, be it by a session or by a token. */
    private Set<Right> unscoped(Caller caller, PortalId portal) {
        if (caller.portal().equals(portal)) {
            return ownRights(caller);
        }
        return isRoot(caller) && portals.find(portal).isPresent()
                ? EnumSet.allOf(Right.class)
                : EnumSet.noneOf(Right.class);
    }

    @Override
    public Scope scope(Caller caller, PortalId portal, Right right) {
        if (!rights(caller, portal).contains(right)) {
            return Scope.NOWHERE;
        }
        if (!caller.portal().equals(portal) || !(caller instanceof Caller.Member member)) {
            return Scope.EVERYWHERE;
        }
        return roles.scope(member, right);
    }

    private Set<Right> ownRights(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return roles.rights(member.portal(), member.roles(), member.memberships());
        }
        return caller instanceof Caller.Guest ? EnumSet.of(Right.ANYONE, Right.TAKE_PART) : EnumSet.of(Right.ANYONE);
    }

    private static boolean isRoot(Caller caller) {
        return caller.portal().isRoot()
                && caller instanceof Caller.Member member
                && member.roles().contains(RoleBook.ROOT);
    }

    /** On root's host every portal's page may be asked for, so a page whose session has ended is sent to sign in. */
    private static boolean mayKnow(Caller caller, PortalId portal) {
        return caller.portal().equals(portal) || caller.portal().isRoot();
    }

    private static PatchbayException hidden() {
        return Problem.NOT_FOUND.because("There is nothing here");
    }
}
