package org.patchbay.scheduling.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.PlanStore.PlanTime;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Timetable;

/** The component behind {@link PlannedMeetings}. */
@Component
public final class PlanService implements PlannedMeetings {

    private final PlanStore store;
    private final Plans plans;
    private final PlanRights rights;
    private final GuestList guests;
    private final Invited invited;
    private final InvitationPost post;
    private final People people;
    private final Portals portals;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public PlanService(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference PlanRights rights,
            @Reference GuestList guests,
            @Reference Invited invited,
            @Reference InvitationPost post,
            @Reference People people,
            @Reference Portals portals,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit) {
        this(store, plans, rights, guests, invited, post, people, portals, events, audit, unit, Clock.systemUTC());
    }

    public PlanService(
            PlanStore store,
            Plans plans,
            PlanRights rights,
            GuestList guests,
            Invited invited,
            InvitationPost post,
            People people,
            Portals portals,
            Events events,
            Audit audit,
            UnitOfWork unit,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.rights = rights;
        this.guests = guests;
        this.invited = invited;
        this.post = post;
        this.people = people;
        this.portals = portals;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public PlannedMeeting plan(PortalId portal, PlannedMeetingDraft draft, Caller.Member organizer) {
        if (!organizer.portal().equals(portal)) {
            throw Problem.CONFLICT.because(
                    "meeting.foreign-host", "Only people of the portal itself can host its meetings");
        }
        return plan(portal, draft, organizer.person(), change -> audit.record(portal, organizer, change));
    }

    @Override
    public PlannedMeeting planFor(PortalId portal, PlannedMeetingDraft draft, PersonId organizer) {
        return plan(portal, draft, organizer, change -> audit.record(portal, change));
    }

    private PlannedMeeting plan(
            PortalId portal, PlannedMeetingDraft draft, PersonId organizer, Consumer<AuditDraft> recorded) {
        portals.requireOpen(portal, clock.instant());
        PlannedMeetingDraft checked = PlanRules.check(portal(portal), draft, clock.instant());
        Person host = person(portal, organizer);
        List<Guest> wanted = guests.resolve(portal, checked.invite().orElse(InviteList.NOBODY), host);
        return unit.call(() -> {
            PlannedMeeting fresh = Edit.apply(empty(portal, host, checked), checked, host);
            store.insert(plans.seal(fresh));
            schedule(fresh);
            List<Ticket> added =
                    invited.align(portal, fresh.id(), wanted, false).added();
            PlannedMeeting planned = plans.lock(portal, fresh.id());
            added.forEach(ticket -> tell(planned, ticket, () -> post.invite(planned, ticket)));
            recorded.accept(PlanAudit.change(PlanEvents.PLANNED, Optional.empty(), planned));
            announce(PlanEvents.PLANNED, planned, Optional.empty());
            return planned;
        });
    }

    private PlannedMeeting empty(PortalId portal, Person host, PlannedMeetingDraft draft) {
        return new PlannedMeeting(
                Ids.next(clock),
                portal,
                host.id(),
                host.name(),
                draft.title(),
                Optional.empty(),
                draft.zone().orElseThrow(),
                draft.start(),
                draft.minutes(),
                Optional.empty(),
                List.of(),
                RoomOptions.PORTAL,
                0,
                List.of(),
                List.of(),
                Secret.code(),
                PlannedMeeting.State.PLANNED,
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                0);
    }

    @Override
    public PlannedMeeting update(PortalId portal, String id, long version, PlannedMeetingDraft draft, Caller by) {
        portals.requireOpen(portal, clock.instant());
        PlannedMeetingDraft checked = PlanRules.check(portal(portal), draft, clock.instant());
        return unit.call(() -> {
            PlannedMeeting present = changeable(portal, id, by);
            requireVersion(present, version);
            Person host = person(portal, present.organizer());
            List<Guest> wanted = guests.resolve(portal, checked.invite().orElse(InviteList.NOBODY), host);
            return write(present, Edit.apply(present, checked, host), wanted, by);
        });
    }

    /** Everybody is told what concerns them, once what concerns them is written. */
    private PlannedMeeting write(PlannedMeeting present, PlannedMeeting edited, List<Guest> wanted, Caller by) {
        PortalId portal = present.portal();
        boolean everybody = Edit.concernsEverybody(present, edited);
        boolean anew = Edit.movesInTime(present, edited);
        Invited.Difference difference = invited.align(portal, present.id(), wanted, anew);
        boolean grows = everybody || !difference.removed().isEmpty();
        PlannedMeeting next = Edit.withSequence(edited, present.sequence() + (grows ? 1 : 0));
        save(next, present.version());
        schedule(next);
        PlannedMeeting written = plans.lock(portal, present.id());
        difference.removed().forEach(ticket -> post.cancel(written, ticket, Optional.empty()));
        difference.added().forEach(ticket -> tell(written, ticket, () -> post.invite(written, ticket)));
        if (everybody) {
            difference.staying().forEach(ticket -> tell(written, ticket, () -> post.update(written, ticket)));
        }
        audit.record(portal, by, PlanAudit.change(PlanEvents.REPLANNED, Optional.of(present), written));
        announce(PlanEvents.REPLANNED, written, Optional.empty());
        return written;
    }

    @Override
    public PlannedMeeting change(PortalId portal, String id, long version, OccurrenceChange change, Caller by) {
        portals.requireOpen(portal, clock.instant());
        return unit.call(() -> {
            PlannedMeeting present = changeable(portal, id, by);
            requireVersion(present, version);
            OccurrenceChange checked = OccurrenceRules.check(present, change);
            List<OccurrenceChange> changes = new ArrayList<>(present.changes());
            changes.removeIf(one -> one.occurrence().equals(checked.occurrence()));
            if (!checked.changesNothing()) {
                changes.add(checked);
            }
            changes.sort(Comparator.comparing(OccurrenceChange::occurrence));
            if (changes.equals(present.changes())) {
                return present;
            }
            PlannedMeeting next = Edit.withChanges(present, changes);
            save(next, present.version());
            schedule(next);
            PlannedMeeting written = plans.lock(portal, id);
            for (Ticket ticket : store.tickets(portal, id)) {
                Ticket anew = ticket.with(OccurrenceRules.withoutAnswer(ticket.invitee(), checked.occurrence()));
                tell(written, anew, () -> post.change(written, anew, checked));
            }
            String type = checked.cancelled() ? PlanEvents.CANCELLED : PlanEvents.REPLANNED;
            audit.record(portal, by, PlanAudit.change(type, Optional.of(present), written));
            announce(type, written, Optional.of(checked.occurrence()));
            return plans.lock(portal, id);
        });
    }

    @Override
    public PlannedMeeting cancel(PortalId portal, String id, Optional<String> message, Caller by) {
        Optional<String> said = PlanRules.message(message);
        return unit.call(() -> {
            PlannedMeeting present = plans.lock(portal, id);
            rights.requireChange(present, by);
            if (present.state() == PlannedMeeting.State.CANCELLED) {
                return present;
            }
            PlannedMeeting cancelled = Edit.cancelled(present);
            save(cancelled, present.version());
            store.schedule(portal, id, List.of(), 0, clock.instant());
            store.tickets(portal, id)
                    .forEach(ticket -> tell(cancelled, ticket, () -> post.cancel(cancelled, ticket, said)));
            audit.record(portal, by, PlanAudit.change(PlanEvents.CANCELLED, Optional.of(present), cancelled));
            announce(PlanEvents.CANCELLED, cancelled, Optional.empty());
            return plans.lock(portal, id);
        });
    }

    @Override
    public PlannedMeeting invite(PortalId portal, String id, Caller by) {
        portals.requireOpen(portal, clock.instant());
        String attempt = Ids.next(clock);
        return unit.call(() -> {
            PlannedMeeting present = changeable(portal, id, by);
            List<Guest> wanted = guests.resolve(portal, Invitees.list(present), person(portal, present.organizer()));
            invited.requirePause(portal, id, attempt);
            PlannedMeeting meeting = Guest.same(wanted, present.invitees())
                    ? present
                    : write(present, Edit.withChanges(present, present.changes()), wanted, by);
            invited.left(present).forEach(ticket -> tell(meeting, ticket, () -> post.invite(meeting, ticket)));
            return meeting;
        });
    }

    @Override
    public Optional<PlannedMeeting> find(PortalId portal, String id, Caller by) {
        return unit.call(() -> plans.find(portal, id).filter(meeting -> rights.sees(meeting, by)));
    }

    @Override
    public Page<PlannedMeeting> list(PortalId portal, boolean everybody, PageRequest page, Caller by) {
        Optional<PersonId> whose = rights.whose(portal, everybody, by);
        return unit.call(() -> {
            var found = store.list(portal, whose, page);
            return new Page<>(found.items().stream().map(plans::open).toList(), found.next(), found.total());
        });
    }

    @Override
    public Page<Occurrence> occurrences(
            PortalId portal, Instant from, Instant until, boolean everybody, PageRequest page, Caller by) {
        return occurrences(portal, rights.whose(portal, everybody, by), by.personId(), from, until, page);
    }

    @Override
    public Page<Occurrence> occurrences(PortalId portal, Instant from, Instant until, PageRequest page) {
        return occurrences(portal, Optional.empty(), Optional.empty(), from, until, page);
    }

    private Page<Occurrence> occurrences(
            PortalId portal,
            Optional<PersonId> whose,
            Optional<PersonId> reader,
            Instant from,
            Instant until,
            PageRequest page) {
        return unit.call(() -> {
            Page<PlanTime> found = store.between(portal, whose, from, until, page);
            Map<String, Optional<PlannedMeeting>> known = new HashMap<>();
            List<Occurrence> items = found.items().stream()
                    .flatMap(time -> known.computeIfAbsent(time.plan(), plan -> plans.find(portal, plan)).stream()
                            .map(meeting -> Invitees.occurrence(meeting, time.slot(), reader)))
                    .toList();
            return new Page<>(items, found.next(), found.total());
        });
    }

    private PlannedMeeting changeable(PortalId portal, String id, Caller by) {
        PlannedMeeting present = plans.lock(portal, id);
        rights.requireChange(present, by);
        if (present.state() == PlannedMeeting.State.CANCELLED) {
            throw Problem.CONFLICT.because("meeting.cancelled", "This meeting was cancelled");
        }
        return present;
    }

    private static void requireVersion(PlannedMeeting present, long version) {
        if (present.version() != version) {
            throw Problem.STALE.because("The planned meeting is at version " + present.version());
        }
    }

    private void save(PlannedMeeting next, long version) {
        if (!store.update(plans.seal(next), version)) {
            throw Problem.STALE.because("Somebody else changed the planned meeting");
        }
    }

    private void schedule(PlannedMeeting meeting) {
        store.schedule(meeting.portal(), meeting.id(), Timetable.of(meeting), meeting.reminder(), clock.instant());
    }

    private void tell(PlannedMeeting meeting, Ticket ticket, Runnable mail) {
        store.put(meeting.portal(), meeting.id(), ticket.told(meeting.sequence()));
        mail.run();
    }

    private void announce(String type, PlannedMeeting meeting, Optional<LocalDateTime> occurrence) {
        events.publish(meeting.portal(), type, meeting.id(), PlanEvents.Planned.of(meeting, occurrence));
    }

    private Portal portal(PortalId portal) {
        return portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    private Person person(PortalId portal, PersonId id) {
        return people.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
    }
}
