package org.patchbay.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.events.Events;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.planning.Invitees;
import org.patchbay.scheduling.planning.PlanEvents;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.PlanStore.DueReminder;
import org.patchbay.scheduling.store.Ticket;
import org.patchbay.scheduling.time.Slot;
import org.patchbay.scheduling.time.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reminds the invited who did not decline, once for each occurrence, on one node at a time. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.scheduling")
public final class Reminders {

    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private static final int AT_ONCE = 100;

    private final PlanStore store;
    private final Plans plans;
    private final Portals portals;
    private final InvitationPost post;
    private final Events events;
    private final UnitOfWork unit;
    private final Clock clock;
    private final Task task;

    @Activate
    public Reminders(
            @Reference Cluster cluster,
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference Portals portals,
            @Reference InvitationPost post,
            @Reference Events events,
            @Reference UnitOfWork unit,
            SchedulingConfig config) {
        this(
                cluster,
                store,
                plans,
                portals,
                post,
                events,
                unit,
                Duration.ofSeconds(config.reminderSeconds()),
                Clock.systemUTC());
    }

    public Reminders(
            Cluster cluster,
            PlanStore store,
            Plans plans,
            Portals portals,
            InvitationPost post,
            Events events,
            UnitOfWork unit,
            Duration pause,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.portals = portals;
        this.post = post;
        this.events = events;
        this.unit = unit;
        this.clock = clock;
        this.task = cluster.task("scheduling-reminders", pause, this::remindDue);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** What cannot be reminded of now is tried again at the next look. */
    public void remindDue() {
        for (DueReminder due : store.due(clock.instant(), AT_ONCE)) {
            try {
                unit.run(() -> remind(due));
            } catch (RuntimeException e) {
                log.warn("The invited to meeting {} of portal {} cannot be reminded", due.plan(), due.portal(), e);
            }
        }
    }

    private void remind(DueReminder due) {
        Optional<PlannedMeeting> meeting = store.lock(due.portal(), due.plan()).map(plans::open);
        // It has begun: who was to be reminded is late, and a mail does not help.
        boolean late = !due.starts().isAfter(clock.instant());
        boolean open = portals.find(due.portal())
                .filter(portal -> portal.isOpenAt(clock.instant()))
                .isPresent();
        if (!store.reminded(due, clock.instant()) || late || !open || meeting.isEmpty()) {
            return;
        }
        meeting.ifPresent(one -> slot(one, due.occurrence()).ifPresent(slot -> remind(one, slot)));
    }

    private void remind(PlannedMeeting meeting, Slot slot) {
        List<Ticket> tickets = store.tickets(meeting.portal(), meeting.id()).stream()
                .filter(ticket -> {
                    Answer answer = Invitees.answer(ticket.invitee(), slot.occurrence());
                    return answer == Answer.ACCEPTED || answer == Answer.NEEDS_ACTION;
                })
                .toList();
        tickets.forEach(ticket -> post.remind(meeting, ticket, slot));
        events.publish(
                meeting.portal(),
                PlanEvents.REMINDED,
                meeting.id(),
                new PlanEvents.Reminded(
                        meeting.id(),
                        meeting.title(),
                        meeting.organizer().value(),
                        slot.occurrence().toString(),
                        slot.starts(),
                        tickets.size()));
    }

    private static Optional<Slot> slot(PlannedMeeting meeting, LocalDateTime occurrence) {
        return Timetable.of(meeting).stream()
                .filter(slot -> slot.occurrence().equals(occurrence))
                .findFirst();
    }
}
