package org.patchbay.api.identity;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * The one place where access is decided. On a portal's own host every other portal is NOT_FOUND; root, on root's host,
 * may name any. Thread-safe.
 */
@ProviderType
public interface Access {

    /**
     * Lets the caller pass who has the right at least somewhere in the portal ({@link #scope} says where), or refuses. A
     * guest passes with {@link Right#TAKE_PART}; which meeting is asked by
     * {@link #requireMeeting}.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND for a portal the caller may not know of, UNAUTHENTICATED for
     *     nobody, FORBIDDEN without the right
     */
    void require(Caller caller, PortalId portal, Right right);

    /** The same for one meeting: a guest passes with {@link Right#TAKE_PART} for the own meeting only. */
    void requireMeeting(Caller caller, PortalId portal, Right right, String meeting);

    /** Where in the portal the caller has the right; nowhere in a portal that the caller may not know of. */
    Scope scope(Caller caller, PortalId portal, Right right);

    /** What the caller may do at least somewhere in the portal; empty for a portal the caller may not know of. */
    Set<Right> rights(Caller caller, PortalId portal);
}
