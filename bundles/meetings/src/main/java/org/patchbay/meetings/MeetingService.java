package org.patchbay.meetings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.meetings.PlannedRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps meetings and reaches their rooms. Thread-safe. */
@Component
public final class MeetingService implements Meetings {

    private static final Logger log = LoggerFactory.getLogger(MeetingService.class);

    private static final int ANSWER_SECONDS = 5;
    private static final String CODE_FIELD = "meeting.code";
    private static final String PIN_FIELD = "meeting.pin";

    private final MeetingStore store;
    private final Rooms rooms;
    private final UnitOfWork unit;
    private final Events events;
    private final Secrets secrets;
    private final Access access;
    private final Portals portals;
    private final PinGuard pins;
    private final LinkGuard links;
    private final Doorstep doorstep;
    private final Clock clock;

    @Activate
    public MeetingService(
            @Reference MeetingStore store,
            @Reference Rooms rooms,
            @Reference UnitOfWork unit,
            @Reference Events events,
            @Reference Secrets secrets,
            @Reference Access access,
            @Reference Portals portals,
            @Reference PlannedRoomDirectory planned,
            @Reference Cluster cluster) {
        this(store, rooms, unit, events, secrets, access, portals, planned, cluster, Clock.systemUTC());
    }

    MeetingService(
            MeetingStore store,
            Rooms rooms,
            UnitOfWork unit,
            Events events,
            Secrets secrets,
            Access access,
            Portals portals,
            PlannedRoomDirectory planned,
            Cluster cluster,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.unit = unit;
        this.events = events;
        this.secrets = secrets;
        this.access = access;
        this.portals = portals;
        this.pins = new PinGuard(cluster);
        this.links = new LinkGuard(cluster, clock);
        this.doorstep = new Doorstep(store, planned, unit, this::open, clock);
        this.clock = clock;
    }

    @Override
    public Meeting start(PortalId portal, MeetingDraft draft, Caller.Member host) {
        MeetingDraft checked = MeetingRules.check(open(portal), draft);
        rooms.requireServer(portal);
        if (!host.portal().equals(portal)) {
            throw Problem.CONFLICT.because(
                    "meeting.foreign-host", "Only people of the portal itself can host its meetings");
        }
        return view(portal, begin(portal, checked, Code.next(), host.person(), host.name()), List.of());
    }

    private StoredMeeting open(PortalId portal, String code, PlannedRoom room) {
        return begin(portal, MeetingRules.fit(open(portal), room.draft()), code, room.host(), room.hostName());
    }

    private StoredMeeting begin(PortalId portal, MeetingDraft checked, String code, PersonId host, String hostName) {
        rooms.requireServer(portal);
        var meeting = new StoredMeeting(
                Ids.next(clock),
                checked.title(),
                Code.hash(code),
                secrets.seal(portal, CODE_FIELD, code),
                host.value(),
                hostName,
                checked.video().orElseThrow(),
                checked.sharing().orElseThrow(),
                checked.pin().map(pin -> secrets.seal(portal, PIN_FIELD, pin)),
                checked.lobby().orElseThrow(),
                checked.screens().orElseThrow(),
                clock.instant(),
                Optional.empty());
        unit.run(() -> {
            store.add(portal, meeting);
            events.publish(
                    portal,
                    MeetingEvents.STARTED,
                    meeting.id(),
                    new MeetingEvents.MeetingStarted(meeting.id(), meeting.title(), meeting.host(), hostName));
        });
        return meeting;
    }

    /** The portal, which must not have expired. */
    private Portal open(PortalId portal) {
        portals.requireOpen(portal, clock.instant());
        return portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    @Override
    public Optional<Meeting> find(PortalId portal, String id) {
        return store.find(portal, id).map(meeting -> view(portal, meeting, known(present(portal, meeting))));
    }

    @Override
    public Meeting byCode(PortalId portal, String code, Optional<String> pin, String address) {
        portals.requireOpen(portal, clock.instant());
        StoredMeeting found = links.behind(
                portal,
                address,
                () -> doorstep.behind(portal, code, Optional.empty(), room -> room.draft()
                        .pin()
                        .ifPresent(digits -> pins.require(room.id(), digits, pin, address))));
        Meeting meeting = view(portal, found, List.of());
        meeting.pin().ifPresent(digits -> pins.require(meeting.id(), digits, pin, address));
        return meeting;
    }

    @Override
    public boolean asksPin(PortalId portal, String code, String address) {
        portals.requireOpen(portal, clock.instant());
        return links.behind(portal, address, () -> doorstep.asksPin(portal, code));
    }

    @Override
    public Meeting byLink(PortalId portal, String code, Caller.Member by) {
        portals.requireOpen(portal, clock.instant());
        return view(portal, doorstep.behind(portal, code, by.personId(), room -> {}), List.of());
    }

    @Override
    public Page<Meeting> list(PortalId portal, PageRequest page) {
        return views(portal, store.list(portal, page));
    }

    @Override
    public Page<Meeting> ofPerson(PortalId portal, PersonId person, PageRequest page) {
        return views(portal, store.ofPerson(portal, person.value(), page));
    }

    private Page<Meeting> views(PortalId portal, Page<StoredMeeting> stored) {
        List<CompletableFuture<List<Participant>>> present =
                stored.items().stream().map(meeting -> present(portal, meeting)).toList();
        List<Meeting> items = new java.util.ArrayList<>();
        for (int i = 0; i < present.size(); i++) {
            items.add(view(portal, stored.items().get(i), known(present.get(i))));
        }
        return new Page<>(items, stored.next(), stored.total());
    }

    @Override
    public Meeting end(PortalId portal, String id, Caller by) {
        StoredMeeting meeting = need(portal, id);
        if (!isHost(meeting, by) && !access.rights(by, portal).contains(Right.MANAGE_PORTAL)) {
            throw notTheHost();
        }
        if (meeting.ended().isEmpty()) {
            settle(rooms.send(portal, id, new RoomCommand.End()));
        }
        return view(portal, need(portal, id), List.of());
    }

    @Override
    public Meeting mute(PortalId portal, String id, String participant, boolean audio, boolean video, Caller by) {
        return byHost(portal, id, by, new RoomCommand.Mute(participant, audio, video, true));
    }

    @Override
    public Meeting remove(PortalId portal, String id, String participant, Caller by) {
        return byHost(portal, id, by, new RoomCommand.Remove(participant));
    }

    private Meeting byHost(PortalId portal, String id, Caller by, RoomCommand command) {
        StoredMeeting meeting = need(portal, id);
        if (!isHost(meeting, by)) {
            throw notTheHost();
        }
        if (!rooms.isHeld(portal, id)) {
            throw Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
        }
        return view(portal, meeting, settle(rooms.send(portal, id, command)));
    }

    private static PatchbayException notTheHost() {
        return Problem.FORBIDDEN.because("meeting.host-only", "Only the host of the meeting may do this");
    }

    private static boolean isHost(StoredMeeting meeting, Caller by) {
        return by.personId()
                .filter(person -> person.value().equals(meeting.host()))
                .isPresent();
    }

    private StoredMeeting need(PortalId portal, String id) {
        return store.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("meeting.unknown", "There is no such meeting"));
    }

    private CompletableFuture<List<Participant>> present(PortalId portal, StoredMeeting meeting) {
        if (meeting.ended().isPresent() || !rooms.isHeld(portal, meeting.id())) {
            return CompletableFuture.completedFuture(List.of());
        }
        return rooms.send(portal, meeting.id(), new RoomCommand.Who());
    }

    /** Who is in, as far as the room says: one room in trouble does not hide the meetings of the portal. */
    private static List<Participant> known(CompletableFuture<List<Participant>> present) {
        try {
            return settle(present);
        } catch (PatchbayException e) {
            log.warn("A room does not say who is in: {}", e.getMessage());
            return List.of();
        }
    }

    /** Waits for a room's answer; what the room refuses is refused here. */
    static <T> T settle(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PatchbayException problem) {
                throw problem;
            }
            throw Problem.UNAVAILABLE.because("meeting.unreachable", "The meeting does not answer at the moment");
        }
    }

    private Meeting view(PortalId portal, StoredMeeting meeting, List<Participant> participants) {
        return new Meeting(
                meeting.id(),
                meeting.title(),
                secrets.open(portal, CODE_FIELD, meeting.sealedCode()),
                meeting.host(),
                meeting.video(),
                meeting.sharing(),
                meeting.lobby(),
                meeting.screens(),
                meeting.sealedPin().map(kept -> secrets.open(portal, PIN_FIELD, kept)),
                meeting.ended().isPresent() ? Meeting.State.ENDED : Meeting.State.OPEN,
                meeting.started(),
                meeting.ended(),
                participants);
    }
}
