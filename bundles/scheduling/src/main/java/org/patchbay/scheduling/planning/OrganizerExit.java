package org.patchbay.scheduling.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.store.FeedStore;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.time.Timetable;
import org.patchbay.spi.events.EventSubscriber;

/**
 * Takes away what somebody planned who is deleted or erased. What lies ahead is cancelled: everybody invited is told, by the
 * portal's name and not the person's. Thread-safe.
 */
@Component(service = {OrganizerExit.class, EventSubscriber.class})
public final class OrganizerExit implements EventSubscriber {

    private final PlanStore store;
    private final FeedStore feeds;
    private final Plans plans;
    private final InvitationPost post;
    private final Portals portals;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public OrganizerExit(
            @Reference PlanStore store,
            @Reference FeedStore feeds,
            @Reference Plans plans,
            @Reference InvitationPost post,
            @Reference Portals portals,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit) {
        this(store, feeds, plans, post, portals, events, audit, unit, Clock.systemUTC());
    }

    public OrganizerExit(
            PlanStore store,
            FeedStore feeds,
            Plans plans,
            InvitationPost post,
            Portals portals,
            Events events,
            Audit audit,
            UnitOfWork unit,
            Clock clock) {
        this.store = store;
        this.feeds = feeds;
        this.plans = plans;
        this.post = post;
        this.portals = portals;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scheduling-organizers";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("person.deleted");
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        if (event.type().equals("person.deleted")) {
            leave(event.portal(), new PersonId(event.subject()));
        }
    }

    /** The person goes, with their plans, invitations and calendar feed; harmless if they went already. */
    public void leave(PortalId portal, PersonId person) {
        Page.walk(page -> store.list(portal, Optional.of(person), page), plan -> {
            if (plan.meeting().organizer().equals(person)) {
                unit.run(() -> end(portal, plan.meeting().id()));
            }
        });
        unit.run(() -> {
            store.eraseInvitations(portal, person);
            feeds.remove(portal, person);
        });
    }

    private void end(PortalId portal, String id) {
        Optional<PlannedMeeting> present = store.lock(portal, id).map(plans::open);
        present.filter(this::liesAhead).ifPresent(this::cancel);
        store.delete(portal, id);
    }

    private boolean liesAhead(PlannedMeeting meeting) {
        Instant now = clock.instant();
        return meeting.state() == PlannedMeeting.State.PLANNED
                && Timetable.of(meeting).stream().anyMatch(slot -> slot.ends().isAfter(now));
    }

    private void cancel(PlannedMeeting present) {
        PortalId portal = present.portal();
        String name = portals.find(portal).map(Portal::name).orElse("");
        PlannedMeeting cancelled = Edit.nameless(Edit.cancelled(present), name);
        store.tickets(portal, present.id()).forEach(ticket -> post.cancel(cancelled, ticket, Optional.empty()));
        audit.record(
                portal,
                new AuditDraft(
                        PlanEvents.CANCELLED,
                        "planned-meeting",
                        present.id(),
                        Map.of("state", present.state().name()),
                        Map.of("state", cancelled.state().name())));
        events.publish(portal, PlanEvents.CANCELLED, present.id(), PlanEvents.Planned.of(cancelled, Optional.empty()));
    }
}
