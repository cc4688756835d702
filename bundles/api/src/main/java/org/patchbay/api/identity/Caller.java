package org.patchbay.api.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;

/** Who is behind a request, as established by the web layer. A resource method takes it as a {@code @Context} parameter. */
public sealed interface Caller {

    /** The portal whose host the request came to. */
    PortalId portal();

    /** The IP address that the request came from; empty for work of the server's own. */
    String address();

    /** Nobody has signed in. */
    record Nobody(PortalId portal, String address) implements Caller {}

    /**
     * Somebody with a meeting's link and no account; may take part in that meeting and nothing else.
     *
     * @param id of the guest, for this visit
     */
    record Guest(PortalId portal, String meeting, String id, String name, String address) implements Caller {}

    /**
     * Somebody signed in.
     *
     * @param roles held everywhere in the portal
     * @param memberships roles held in departments
     * @param session the id of the session or token, not its secret
     * @param scopes of a token, beyond which it may not go whatever the roles allow; empty for a session
     */
    record Member(
            PortalId portal,
            PersonId person,
            String name,
            Set<String> roles,
            List<Membership> memberships,
            String session,
            String address,
            Optional<Set<Right>> scopes)
            implements Caller {

        /** Somebody with a session. */
        public Member(
                PortalId portal,
                PersonId person,
                String name,
                Set<String> roles,
                List<Membership> memberships,
                String session,
                String address) {
            this(portal, person, name, roles, memberships, session, address, Optional.empty());
        }

        /** Somebody with the person's roles. */
        public static Member of(Person person, String session, String address) {
            return new Member(
                    person.portal(),
                    person.id(),
                    person.name(),
                    person.roles(),
                    person.memberships(),
                    session,
                    address);
        }

        /** The same, by a token that may be used for this alone. */
        public Member within(Set<Right> allowed) {
            return new Member(
                    portal, person, name, roles, memberships, session, address, Optional.of(Set.copyOf(allowed)));
        }
    }

    /** The person, if one has signed in. */
    default Optional<PersonId> personId() {
        return this instanceof Member member ? Optional.of(member.person()) : Optional.empty();
    }
}
