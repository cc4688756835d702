package org.patchbay.scheduling.planning;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scheduling.PlannedMeeting;

/** Who may see and change planned meetings. Thread-safe. */
@Component(service = PlanRights.class)
public final class PlanRights {

    private final Access access;

    @Activate
    public PlanRights(@Reference Access access) {
        this.access = access;
    }

    boolean sees(PlannedMeeting meeting, Caller by) {
        Optional<PersonId> person = own(meeting.portal(), by);
        boolean isInvited = person.isPresent()
                && meeting.invitees().stream().anyMatch(one -> one.person().equals(person));
        return isInvited || changes(meeting, by);
    }

    private boolean changes(PlannedMeeting meeting, Caller by) {
        return own(meeting.portal(), by).filter(meeting.organizer()::equals).isPresent()
                || manages(meeting.portal(), by);
    }

    private boolean manages(PortalId portal, Caller by) {
        return access.rights(by, portal).contains(Right.MANAGE_PORTAL);
    }

    /** Refuses who may not change the meeting; for who does not see it, there is none. */
    void requireChange(PlannedMeeting meeting, Caller by) {
        if (!sees(meeting, by)) {
            throw Plans.unknown();
        }
        if (!changes(meeting, by)) {
            throw Problem.FORBIDDEN.because("plan.organizer-only", "Only the organizer changes a planned meeting");
        }
    }

    /** Whose meetings are listed; empty for everybody's. */
    Optional<PersonId> whose(PortalId portal, boolean everybody, Caller by) {
        if (everybody) {
            access.require(by, portal, Right.MANAGE_PORTAL);
            return Optional.empty();
        }
        // Somebody of another portal has none here.
        return Optional.of(own(portal, by).orElse(new PersonId("")));
    }

    private static Optional<PersonId> own(PortalId portal, Caller by) {
        return by.portal().equals(portal) ? by.personId() : Optional.empty();
    }
}
