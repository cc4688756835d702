package org.patchbay.testing.identity;

import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/** Callers of every kind. */
public final class Callers {

    private Callers() {}

    /** Root on root's host. */
    public static Caller.Member root() {
        return member(PortalId.ROOT, "root");
    }

    /** An administrator on the portal's host. */
    public static Caller.Member administrator(PortalId portal) {
        return member(portal, "administrator");
    }

    /** A user on the portal's host. */
    public static Caller.Member user(PortalId portal) {
        return member(portal, "user");
    }

    /** Somebody with these roles on the portal's host. */
    public static Caller.Member member(PortalId portal, String... roles) {
        return new Caller.Member(portal, new PersonId(Ids.next()), "Some " + roles[0], Set.of(roles), Ids.next());
    }

    /** A guest of the meeting on the portal's host. */
    public static Caller.Guest guest(PortalId portal, String meeting) {
        return new Caller.Guest(portal, meeting, Ids.next(), "Some guest");
    }

    /** Nobody on the portal's host. */
    public static Caller.Nobody nobody(PortalId portal) {
        return new Caller.Nobody(portal);
    }
}
