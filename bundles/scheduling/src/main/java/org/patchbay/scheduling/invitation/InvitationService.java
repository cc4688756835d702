package org.patchbay.scheduling.invitation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitation;
import org.patchbay.api.scheduling.Invitations;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.OccurrenceAnswer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scheduling.planning.Invitees;
import org.patchbay.scheduling.planning.PlanEvents;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.planning.Secret;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.PlanStore.PlanTicket;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Slot;
import org.patchbay.scheduling.time.Timetable;

/** The component behind {@link Invitations}; keeps answers, whichever way they come. */
@Component(service = {Invitations.class, InvitationService.class})
public final class InvitationService implements Invitations {

    private static final int UPCOMING = 10;

    private final PlanStore store;
    private final Plans plans;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public InvitationService(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit) {
        this(store, plans, events, audit, unit, Clock.systemUTC());
    }

    public InvitationService(PlanStore store, Plans plans, Events events, Audit audit, UnitOfWork unit, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public Invitation find(PortalId portal, String secret) {
        return unit.call(() -> {
            PlanTicket found = need(portal, secret);
            PlannedMeeting meeting = plans.find(portal, found.plan()).orElseThrow(InvitationService::unknown);
            return view(meeting, found.ticket().invitee());
        });
    }

    @Override
    public Invitation answer(
            PortalId portal, String secret, Answer answer, Optional<LocalDateTime> occurrence, Caller by) {
        if (answer == Answer.NEEDS_ACTION) {
            throw Problem.INVALID.at("/answer", "answer.none", "must be an answer");
        }
        return unit.call(() -> {
            // Whoever changes the meeting changes invitations; so does whoever answers.
            PlannedMeeting meeting = plans.lock(portal, need(portal, secret).plan());
            Ticket ticket = need(portal, secret).ticket();
            if (meeting.state() == PlannedMeeting.State.CANCELLED) {
                throw Problem.CONFLICT.because("meeting.cancelled", "This meeting was cancelled");
            }
            occurrence.ifPresent(time -> requireOccurrence(meeting, time));
            Invitee changed = keep(meeting, ticket, answer, occurrence, now(), Optional.of(by));
            return view(meeting, changed);
        });
    }

    /** Notes an answer, of a caller or by mail; called in a unit of work that holds the meeting. */
    Invitee keep(
            PlannedMeeting meeting,
            Ticket ticket,
            Answer answer,
            Optional<LocalDateTime> occurrence,
            Instant at,
            Optional<Caller> by) {
        Invitee before = ticket.invitee();
        Invitee after = answered(before, answer, occurrence, at);
        store.put(meeting.portal(), meeting.id(), ticket.answered(after, at));
        Answer old = occurrence.map(time -> Invitees.answer(before, time)).orElse(before.answer());
        if (old != answer) {
            events.publish(
                    meeting.portal(),
                    PlanEvents.ANSWERED,
                    meeting.id(),
                    PlanEvents.Answered.of(meeting, after, answer, occurrence));
            var change = new AuditDraft(
                    PlanEvents.ANSWERED,
                    "planned-meeting",
                    meeting.id(),
                    Map.of("answer", old.name()),
                    Map.of("answer", answer.name(), "invited", after.id()));
            by.ifPresentOrElse(
                    caller -> audit.record(meeting.portal(), caller, change),
                    () -> audit.record(meeting.portal(), change));
        }
        return after;
    }

    private static Invitee answered(Invitee invitee, Answer answer, Optional<LocalDateTime> occurrence, Instant at) {
        List<OccurrenceAnswer> single = new ArrayList<>();
        occurrence.ifPresent(time -> {
            single.addAll(invitee.occurrences());
            single.removeIf(one -> one.occurrence().equals(time));
            single.add(new OccurrenceAnswer(time, answer));
            single.sort(Comparator.comparing(OccurrenceAnswer::occurrence));
        });
        return new Invitee(
                invitee.id(),
                invitee.person(),
                invitee.contact(),
                invitee.group(),
                invitee.name(),
                invitee.email(),
                invitee.language(),
                occurrence.isPresent() ? invitee.answer() : answer,
                Optional.of(at),
                single);
    }

    private static void requireOccurrence(PlannedMeeting meeting, LocalDateTime time) {
        if (Timetable.of(meeting).stream().noneMatch(slot -> slot.occurrence().equals(time))) {
            throw Problem.NOT_FOUND.because("occurrence.unknown", "The series has no occurrence at that time");
        }
    }

    private PlanTicket need(PortalId portal, String secret) {
        return store.bySecretHash(portal, Secret.hash(secret)).orElseThrow(InvitationService::unknown);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("invitation.unknown", "This link leads to no invitation any more");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Invitation view(PlannedMeeting meeting, Invitee invitee) {
        List<Slot> slots = meeting.state() == PlannedMeeting.State.CANCELLED ? List.of() : Timetable.of(meeting);
        return new Invitation(
                meeting.title(),
                meeting.agenda(),
                meeting.organizerName(),
                meeting.zone(),
                meeting.recurrence(),
                invitee.name(),
                invitee.language(),
                meeting.code(),
                meeting.room().pin(),
                meeting.state(),
                invitee.answer(),
                slots.stream()
                        .filter(slot -> slot.ends().isAfter(clock.instant()))
                        .limit(UPCOMING)
                        .map(slot -> new Invitation.Time(
                                slot.occurrence(),
                                slot.starts(),
                                slot.ends(),
                                Invitees.answer(invitee, slot.occurrence())))
                        .toList());
    }
}
