package org.patchbay.identity.people;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;

/** Who may manage whom: nobody rises, and nobody touches somebody who may do more. */
@Component(service = Precedence.class)
public final class Precedence {

    private final Access access;
    private final RoleBook roles;

    @Activate
    public Precedence(@Reference Access access, @Reference RoleBook roles) {
        this.access = access;
        this.roles = roles;
    }

    /** Nobody grants a right that they lack. */
    void requireGrant(Caller by, PortalId portal, PersonDraft granted) {
        if (!access.rights(by, portal).containsAll(roles.rights(portal, granted.roles(), granted.memberships()))) {
            throw Problem.FORBIDDEN.at("/roles", "roles.beyond", "grants more than you may do yourself");
        }
    }

    /** Nobody manages somebody who may do more. */
    void requireManage(Caller by, Person person) {
        if (!access.rights(by, person.portal()).containsAll(roles.rights(person))) {
            throw Problem.FORBIDDEN.because("person.beyond", "This person may do more than you");
        }
    }

    /** Nobody changes their own roles or disables themselves. */
    void requireChange(Caller by, Person present, PersonDraft draft) {
        requireManage(by, present);
        requireGrant(by, present.portal(), draft);
        if (isSelf(by, present) && !draft.roles().equals(present.roles())) {
            throw Problem.FORBIDDEN.at("/roles", "roles.own", "are your own, which somebody else has to change");
        }
        if (isSelf(by, present) && !draft.memberships().equals(present.memberships())) {
            throw Problem.FORBIDDEN.at("/memberships", "roles.own", "are your own, which somebody else has to change");
        }
        if (isSelf(by, present)
                && !(draft.activeFrom().equals(present.activeFrom())
                        && draft.activeUntil().equals(present.activeUntil()))) {
            throw Problem.FORBIDDEN.at("/activeUntil", "dates.own", "are your own, which somebody else has to change");
        }
        if (isSelf(by, present) && !draft.enabled()) {
            throw Problem.FORBIDDEN.at(
                    "/enabled", "enabled.own", "is your own account, which somebody else has to disable");
        }
    }

    /** Nobody deletes themselves. */
    void requireDeletion(Caller by, Person present) {
        requireManage(by, present);
        if (isSelf(by, present)) {
            throw Problem.FORBIDDEN.because("person.own", "Somebody else has to delete your account");
        }
    }

    private static boolean isSelf(Caller by, Person person) {
        return by.portal().equals(person.portal())
                && by.personId().filter(person.id()::equals).isPresent();
    }
}
