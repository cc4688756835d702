package org.patchbay.testing.identity;

import java.util.List;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PersonId;

/** Callers of every kind. */
public final class Callers {

    /** Where they all come from. */
    public static final String ADDRESS = "192.0.2.1";

    private Callers() {}

    /** Root on root's host. */
    public static Caller.Member root() {
        return member(PortalId.ROOT, "root");
    }

    /** Somebody who may do everything in the portal, on its host. */
    public static Caller.Member administrator(PortalId portal) {
        return member(portal, "system-owner");
    }

    /** A user on the portal's host. */
    public static Caller.Member user(PortalId portal) {
        return holder(portal, DepartmentId.defaultOf(portal), "user");
    }

    /** Somebody with these roles everywhere in the portal, on its host. */
    public static Caller.Member member(PortalId portal, String... roles) {
        return member(portal, "Some " + roles[0], Set.of(roles), List.of());
    }

    /** Somebody with this role in the department, on the portal's host. */
    public static Caller.Member holder(PortalId portal, DepartmentId department, String role) {
        return member(portal, "Some " + role, Set.of(), List.of(new Membership(department, role)));
    }

    private static Caller.Member member(PortalId portal, String name, Set<String> roles, List<Membership> memberships) {
        return new Caller.Member(portal, new PersonId(Ids.next()), name, roles, memberships, Ids.next(), ADDRESS);
    }

    /** A guest of the meeting on the portal's host. */
    public static Caller.Guest guest(PortalId portal, String meeting) {
        return new Caller.Guest(portal, meeting, Ids.next(), "Some guest", ADDRESS);
    }

    /** Nobody on the portal's host. */
    public static Caller.Nobody nobody(PortalId portal) {
        return new Caller.Nobody(portal, ADDRESS);
    }
}
