package org.patchbay.api.identity;

import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;

/** Who is behind a request, as established by the web layer. A resource method takes it as a {@code @Context} parameter. */
public sealed interface Caller {

    /** The portal whose host the request came to. */
    PortalId portal();

    /** Nobody has signed in. */
    record Nobody(PortalId portal) implements Caller {}

    /**
     * Somebody with a meeting's link and no account; may take part in that meeting and nothing else.
     *
     * @param id of the guest, for this visit
     */
    record Guest(PortalId portal, String meeting, String id, String name) implements Caller {}

    /**
     * Somebody signed in.
     *
     * @param session the session's id, not its secret
     */
    record Member(PortalId portal, PersonId person, String name, Set<String> roles, String session) implements Caller {}

    /** The person, if one has signed in. */
    default Optional<PersonId> personId() {
        return this instanceof Member member ? Optional.of(member.person()) : Optional.empty();
    }
}
