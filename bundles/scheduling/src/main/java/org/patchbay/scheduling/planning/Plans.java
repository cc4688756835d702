package org.patchbay.scheduling.planning;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.StoredPlan;
import org.patchbay.scheduling.store.Ticket;

/** Reads and writes planned meetings with their code and PIN sealed, and the secrets of invitations. Thread-safe. */
@Component(service = Plans.class)
public final class Plans {

    private static final String CODE_FIELD = "plan.code";
    private static final String PIN_FIELD = "plan.pin";
    private static final String SECRET_FIELD = "plan.secret";

    private final PlanStore store;
    private final Secrets secrets;
    private final People people;

    @Activate
    public Plans(@Reference PlanStore store, @Reference Secrets secrets, @Reference People people) {
        this.store = store;
        this.secrets = secrets;
        this.people = people;
    }

    /** As everything but the store has it. */
    public PlannedMeeting open(StoredPlan plan) {
        return open(
                plan,
                store.tickets(plan.meeting().portal(), plan.meeting().id()).stream()
                        .map(Ticket::invitee)
                        .toList());
    }

    /** The same without who is invited. */
    public PlannedMeeting openAlone(StoredPlan plan) {
        return open(plan, List.of());
    }

    private PlannedMeeting open(StoredPlan plan, List<Invitee> invitees) {
        PlannedMeeting kept = plan.meeting();
        PortalId portal = kept.portal();
        RoomOptions room = kept.room();
        return new PlannedMeeting(
                kept.id(),
                portal,
                kept.organizer(),
                kept.organizerName(),
                kept.title(),
                kept.agenda(),
                kept.zone(),
                kept.start(),
                kept.minutes(),
                kept.recurrence(),
                kept.changes(),
                withPin(room, room.pin().map(pin -> secrets.open(portal, PIN_FIELD, pin))),
                kept.reminder(),
                kept.groups(),
                invitees,
                secrets.open(portal, CODE_FIELD, kept.code()),
                kept.state(),
                kept.sequence(),
                kept.created(),
                kept.version());
    }

    /** As the store has it. */
    StoredPlan seal(PlannedMeeting meeting) {
        PortalId portal = meeting.portal();
        RoomOptions room = meeting.room();
        return new StoredPlan(
                new PlannedMeeting(
                        meeting.id(),
                        portal,
                        meeting.organizer(),
                        meeting.organizerName(),
                        meeting.title(),
                        meeting.agenda(),
                        meeting.zone(),
                        meeting.start(),
                        meeting.minutes(),
                        meeting.recurrence(),
                        meeting.changes(),
                        withPin(room, room.pin().map(pin -> secrets.seal(portal, PIN_FIELD, pin))),
                        meeting.reminder(),
                        meeting.groups(),
                        List.of(),
                        secrets.seal(portal, CODE_FIELD, meeting.code()),
                        meeting.state(),
                        meeting.sequence(),
                        meeting.created(),
                        meeting.version()),
                Secret.hash(meeting.code()),
                people.find(portal, meeting.organizer()).flatMap(Person::email));
    }

    /** The address of the organizer, be it the last one of somebody who was deleted. */
    public Optional<String> organizerEmail(PlannedMeeting meeting) {
        return people.find(meeting.portal(), meeting.organizer())
                .flatMap(Person::email)
                .or(() -> store.find(meeting.portal(), meeting.id()).flatMap(StoredPlan::organizerEmail));
    }

    private static RoomOptions withPin(RoomOptions room, Optional<String> pin) {
        return new RoomOptions(room.video(), room.sharing(), pin, room.lobby(), room.screens());
    }

    /** A new invitation. */
    Ticket ticket(PortalId portal, Invitee invitee) {
        String secret = Secret.next();
        return new Ticket(
                invitee, 0, Optional.empty(), Secret.hash(secret), secrets.seal(portal, SECRET_FIELD, secret));
    }

    /** The secret of an invitation's mail. */
    public String secretOf(PortalId portal, Ticket ticket) {
        return secrets.open(portal, SECRET_FIELD, ticket.sealedSecret());
    }

    /** The meeting, for somebody who may know of it. */
    public Optional<PlannedMeeting> find(PortalId portal, String id) {
        return store.find(portal, id).map(this::open);
    }

    /** The meeting, which nobody else changes until the end of the unit of work. */
    public PlannedMeeting lock(PortalId portal, String id) {
        return store.lock(portal, id).map(this::open).orElseThrow(Plans::unknown);
    }

    /** There is none, or it is not for the caller to see. */
    static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("plan.unknown", "There is no such planned meeting");
    }
}
