package org.patchbay.scheduling.planning;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Timetable;

/** Writes plans down with their times, records that and announces it; in the caller's unit of work. Thread-safe. */
@Component(service = PlanBook.class)
public final class PlanBook {

    private final PlanStore store;
    private final Plans plans;
    private final PlanRights rights;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public PlanBook(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference PlanRights rights,
            @Reference Events events,
            @Reference Audit audit) {
        this(store, plans, rights, events, audit, Clock.systemUTC());
    }

    public PlanBook(PlanStore store, Plans plans, PlanRights rights, Events events, Audit audit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.rights = rights;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The meeting, held, for who may change it. */
    PlannedMeeting lock(PortalId portal, String id, Caller by) {
        PlannedMeeting present = plans.lock(portal, id);
        rights.requireChange(present, by);
        return present;
    }

    /** The same, which is not cancelled. */
    PlannedMeeting changeable(PortalId portal, String id, Caller by) {
        PlannedMeeting present = lock(portal, id, by);
        if (present.state() == PlannedMeeting.State.CANCELLED) {
            throw Problem.CONFLICT.because("meeting.cancelled", "This meeting was cancelled");
        }
        return present;
    }

    /** The same, at this version; STALE else. */
    PlannedMeeting changeable(PortalId portal, String id, long version, Caller by) {
        PlannedMeeting present = changeable(portal, id, by);
        if (present.version() != version) {
            throw Problem.STALE.because("The planned meeting is at version " + present.version());
        }
        return present;
    }

    /** Writes a new meeting. */
    void add(PlannedMeeting fresh) {
        store.insert(plans.seal(fresh));
        schedule(fresh);
    }

    /** Writes a meeting with its times in place of the present one. */
    PlannedMeeting replace(PlannedMeeting present, PlannedMeeting next) {
        keep(present, next);
        schedule(next);
        return plans.lock(next.portal(), next.id());
    }

    /** Writes a meeting in place of the present one; its times stay. */
    void keep(PlannedMeeting present, PlannedMeeting next) {
        if (!store.update(plans.seal(next), present.version())) {
            throw Problem.STALE.because("Somebody else changed the planned meeting");
        }
    }

    private void schedule(PlannedMeeting meeting) {
        store.schedule(meeting.portal(), meeting.id(), Timetable.of(meeting), meeting.reminder(), clock.instant());
    }

    /** Sends somebody a mail, and notes of what it told. */
    void tell(PlannedMeeting meeting, Ticket ticket, Runnable mail) {
        store.put(meeting.portal(), meeting.id(), ticket.told(meeting.sequence()));
        mail.run();
    }

    /** Records a change that somebody made, and announces it; with an occurrence, of that one alone. */
    void tellOf(
            String type, PlannedMeeting before, PlannedMeeting after, Optional<LocalDateTime> occurrence, Caller by) {
        audit.record(after.portal(), by, PlanAudit.change(type, Optional.of(before), after));
        announce(type, after, occurrence);
    }

    void announce(String type, PlannedMeeting meeting, Optional<LocalDateTime> occurrence) {
        events.publish(meeting.portal(), type, meeting.id(), PlanEvents.Planned.of(meeting, occurrence));
    }
}
