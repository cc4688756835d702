package org.patchbay.web.live;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/**
 * Whom the server takes the client for.
 *
 * @param kind member, guest or nobody
 * @param id a guest's, for this visit
 */
record CallerJson(
        String kind,
        PortalId portal,
        Optional<PersonId> person,
        Optional<String> id,
        Optional<String> name,
        Optional<String> meeting) {

    static CallerJson of(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return new CallerJson(
                    "member",
                    member.portal(),
                    Optional.of(member.person()),
                    Optional.empty(),
                    Optional.of(member.name()),
                    Optional.empty());
        }
        if (caller instanceof Caller.Guest guest) {
            return new CallerJson(
                    "guest",
                    guest.portal(),
                    Optional.empty(),
                    Optional.of(guest.id()),
                    Optional.of(guest.name()),
                    Optional.of(guest.meeting()));
        }
        return new CallerJson(
                "nobody", caller.portal(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
