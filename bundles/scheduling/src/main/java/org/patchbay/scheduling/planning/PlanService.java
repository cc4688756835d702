package org.patchbay.scheduling.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import org.patchbay.scheduling.store.Ticket;

/** The component behind {@link PlannedMeetings}. */
@Component
public final class PlanService implements PlannedMeetings {

    private final PlanStore store;
    private final Plans plans;
    private final PlanBook book;
    private final PlanView view;
    private final OccurrenceEditor occurrences;
    private final GuestList guests;
    private final Invited invited;
    private final InvitationPost post;
    private final People people;
    private final Portals portals;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public PlanService(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference PlanBook book,
            @Reference PlanView view,
            @Reference OccurrenceEditor occurrences,
            @Reference GuestList guests,
            @Reference Invited invited,
            @Reference InvitationPost post,
            @Reference People people,
            @Reference Portals portals,
            @Reference Audit audit,
            @Reference UnitOfWork unit) {
        this(
                store,
                plans,
                book,
                view,
                occurrences,
                guests,
                invited,
                post,
                people,
                portals,
                audit,
                unit,
                Clock.systemUTC());
    }

    public PlanService(
            PlanStore store,
            Plans plans,
            PlanBook book,
            PlanView view,
            OccurrenceEditor occurrences,
            GuestList guests,
            Invited invited,
            InvitationPost post,
            People people,
            Portals portals,
            Audit audit,
            UnitOfWork unit,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.book = book;
        this.view = view;
        this.occurrences = occurrences;
        this.guests = guests;
        this.invited = invited;
        this.post = post;
        this.people = people;
        this.portals = portals;
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
        InviteList invite = checked.invite().orElse(InviteList.NOBODY);
        List<Guest> wanted = guests.resolve(portal, invite, host);
        return unit.call(() -> {
            PlannedMeeting fresh = Edit.apply(empty(portal, host, checked), checked, invite, host);
            book.add(fresh);
            List<Ticket> added =
                    invited.align(portal, fresh.id(), wanted, false).added();
            PlannedMeeting planned = plans.lock(portal, fresh.id());
            added.forEach(ticket -> book.tell(planned, ticket, () -> post.invite(planned, ticket)));
            recorded.accept(PlanAudit.change(PlanEvents.PLANNED, Optional.empty(), planned));
            book.announce(PlanEvents.PLANNED, planned, Optional.empty());
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
            PlannedMeeting present = book.changeable(portal, id, version, by);
            Person host = person(portal, present.organizer());
            InviteList invite = draft.invite().orElseGet(() -> Invitees.list(present));
            List<Guest> wanted = guests.resolve(portal, invite, host);
            return write(present, Edit.apply(present, checked, invite, host), wanted, by);
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
        PlannedMeeting written = book.replace(present, next);
        difference.removed().forEach(ticket -> post.cancel(written, ticket, Optional.empty()));
        difference.added().forEach(ticket -> book.tell(written, ticket, () -> post.invite(written, ticket)));
        if (everybody) {
            difference.staying().forEach(ticket -> book.tell(written, ticket, () -> post.update(written, ticket)));
        }
        book.tellOf(PlanEvents.REPLANNED, present, written, Optional.empty(), by);
        return written;
    }

    @Override
    public PlannedMeeting change(PortalId portal, String id, long version, OccurrenceChange change, Caller by) {
        portals.requireOpen(portal, clock.instant());
        return unit.call(() -> occurrences.change(book.changeable(portal, id, version, by), change, by));
    }

    @Override
    public PlannedMeeting cancel(PortalId portal, String id, Optional<String> message, Caller by) {
        Optional<String> said = PlanRules.message(message);
        return unit.call(() -> {
            PlannedMeeting present = book.lock(portal, id, by);
            if (present.state() == PlannedMeeting.State.CANCELLED) {
                return present;
            }
            PlannedMeeting cancelled = Edit.cancelled(present);
            book.keep(present, cancelled);
            store.schedule(portal, id, List.of(), 0, clock.instant());
            store.tickets(portal, id)
                    .forEach(ticket -> book.tell(cancelled, ticket, () -> post.cancel(cancelled, ticket, said)));
            book.tellOf(PlanEvents.CANCELLED, present, cancelled, Optional.empty(), by);
            return plans.lock(portal, id);
        });
    }

    @Override
    public PlannedMeeting invite(PortalId portal, String id, Caller by) {
        portals.requireOpen(portal, clock.instant());
        String attempt = Ids.next(clock);
        return unit.call(() -> {
            PlannedMeeting present = book.changeable(portal, id, by);
            List<Guest> wanted = guests.resolve(portal, Invitees.list(present), person(portal, present.organizer()));
            invited.requirePause(portal, id, attempt);
            PlannedMeeting meeting = Guest.same(wanted, present.invitees())
                    ? present
                    : write(present, Edit.withChanges(present, present.changes()), wanted, by);
            invited.left(present).forEach(ticket -> book.tell(meeting, ticket, () -> post.invite(meeting, ticket)));
            return meeting;
        });
    }

    @Override
    public Optional<PlannedMeeting> find(PortalId portal, String id, Caller by) {
        return view.find(portal, id, by);
    }

    @Override
    public Page<PlannedMeeting> list(PortalId portal, boolean everybody, PageRequest page, Caller by) {
        return view.list(portal, everybody, page, by);
    }

    @Override
    public Page<Occurrence> occurrences(
            PortalId portal, Instant from, Instant until, boolean everybody, PageRequest page, Caller by) {
        return view.occurrences(portal, from, until, everybody, page, by);
    }

    @Override
    public Page<Occurrence> occurrences(PortalId portal, Instant from, Instant until, PageRequest page) {
        return view.occurrences(portal, from, until, page);
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
