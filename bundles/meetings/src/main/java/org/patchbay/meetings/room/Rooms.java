package org.patchbay.meetings.room;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.OwnerHandler;
import org.patchbay.api.cluster.Owners;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Events;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.Json;
import org.patchbay.meetings.MeetingsConfig;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.TurnServers;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.RoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.meetings.Caption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms that live on this node, and the way to those that live elsewhere. Thread-safe. */
@Component(service = Rooms.class, configurationPid = "org.patchbay.meetings")
public final class Rooms {

    private static final Logger log = LoggerFactory.getLogger(Rooms.class);

    private static final int CAPTION_LIMIT = 1000;

    private final Cluster cluster;
    private final UnitOfWork unit;
    private final MeetingStore store;
    private final RoomStore kept;
    private final Events events;
    private final BridgeDirectory bridges;
    private final CaptionerDirectory captioners;
    private final RecorderDirectory recorders;
    private final int participantLimit;
    private final Duration emptyTime;
    private final Clock clock;
    private final Owners owners;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    private volatile TurnServers turn = TurnServers.none();

    @Activate
    public Rooms(
            @Reference Cluster cluster,
            @Reference UnitOfWork unit,
            @Reference MeetingStore store,
            @Reference RoomStore kept,
            @Reference Events events,
            @Reference BridgeDirectory bridges,
            @Reference CaptionerDirectory captioners,
            @Reference RecorderDirectory recorders,
            MeetingsConfig config) {
        this(
                cluster,
                unit,
                store,
                kept,
                events,
                bridges,
                captioners,
                recorders,
                config.participantLimit(),
                Duration.ofMinutes(config.emptyMinutes()),
                Clock.systemUTC());
        relayThrough(TurnServers.of(config));
    }

    public Rooms(
            Cluster cluster,
            UnitOfWork unit,
            MeetingStore store,
            RoomStore kept,
            Events events,
            BridgeDirectory bridges,
            CaptionerDirectory captioners,
            RecorderDirectory recorders,
            int participantLimit,
            Duration emptyTime,
            Clock clock) {
        this.cluster = cluster;
        this.unit = unit;
        this.store = store;
        this.kept = kept;
        this.events = events;
        this.bridges = bridges;
        this.captioners = captioners;
        this.recorders = recorders;
        this.participantLimit = participantLimit;
        this.emptyTime = emptyTime;
        this.clock = clock;
        this.owners = cluster.owners("meeting", new Handler());
    }

    /** From now on browsers may use these servers. */
    void relayThrough(TurnServers servers) {
        turn = servers;
    }

    /** What the browser of a participant may use to reach the media server. */
    public List<TurnServers.IceServer> iceServers(String participant) {
        return turn.serversFor(participant, clock.instant());
    }

    /** The region of the media servers that an address belongs to. */
    public Optional<String> region(String address) {
        return bridges.region(address);
    }

    /** Where the relays are. */
    public List<String> relays() {
        return turn.relays();
    }

    @Deactivate
    public void close() {
        rooms.values().forEach(Room::abandon);
        rooms.clear();
        owners.close();
    }

    /** Sends a command to wherever the room lives and answers who is in it afterwards. */
    public CompletableFuture<List<Participant>> send(PortalId portal, String meeting, RoomCommand command) {
        return owners.send(key(portal, meeting), Json.bytes(command))
                .thenApply(answer -> List.of(Json.read(answer, Participant[].class)));
    }

    /** Tells every room on this node. */
    public void tellAll(RoomCommand command) {
        rooms.keySet().forEach(key -> tell(key, command));
    }

    /** Tells those on this node in which somebody has no media, one after another, who waits longest first. */
    public void tellWaiting(RoomCommand command) {
        Map<String, Long> since = new LinkedHashMap<>();
        rooms.forEach((key, room) -> room.waitsSince().ifPresent(began -> since.put(key, began)));
        List<String> keys = new ArrayList<>(since.keySet());
        keys.sort((one, other) -> Long.signum(since.getOrDefault(one, 0L) - since.getOrDefault(other, 0L)));
        CompletableFuture<?> before = CompletableFuture.completedFuture(null);
        for (String key : keys) {
            before = before.thenCompose(done -> delivered(key, command));
        }
    }

    /** Lets pass while there is a media server for a new meeting of the portal. */
    public void requireServer(PortalId portal) {
        bridges.choose(portal, Set.of());
    }

    /** The messages that the room sends to its participants. */
    public RoomPost post(String meeting) {
        return new RoomPost(cluster, meeting);
    }

    /** Whether some node holds the room now. */
    public boolean isHeld(PortalId portal, String meeting) {
        return owners.owner(key(portal, meeting)).isPresent();
    }

    private static String key(PortalId portal, String meeting) {
        return portal + "/" + meeting;
    }

    private Room open(String key, long fencingToken) {
        int slash = key.indexOf('/');
        var portal = new PortalId(key.substring(0, slash));
        String id = key.substring(slash + 1);
        StoredMeeting meeting = store.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("meeting.unknown", "There is no such meeting"));
        if (meeting.ended().isPresent()) {
            throw Problem.CONFLICT.because("meeting.ended", "The meeting has ended");
        }
        var journal = new RoomJournal(unit, store, kept, events, clock, portal, meeting);
        var halls = new Halls(hall -> new RoomMedia(
                bridges,
                portal,
                id + "-" + fencingToken + hall,
                Sending.of(meeting),
                heard -> tell(key, heard),
                bridge -> tellWaiting(new RoomCommand.PlaceFree(bridge))));
        var recording = new RecordingWay(portal, () -> recorders.of(portal), heard -> tell(key, heard));
        return new Room(journal, halls, post(id), recording, captions(portal, id), participantLimit, emptyTime);
    }

    private Registration captions(PortalId portal, String meeting) {
        try {
            return captioners
                    .of(portal)
                    .map(one -> one.follow(portal, meeting, said -> tell(key(portal, meeting), cut(said))))
                    .orElse(() -> {});
        } catch (RuntimeException e) {
            log.warn("Meeting {} has no captions: its captioner failed", meeting, e);
            return () -> {};
        }
    }

    private static RoomCommand cut(Caption said) {
        int end = Math.min(said.text().length(), CAPTION_LIMIT);
        return new RoomCommand.Said(said.participant(), said.text().substring(0, end), said.finished());
    }

    private void tell(String key, RoomCommand heard) {
        var unused = delivered(key, heard);
    }

    /** Is complete, and never fails, when the room has done with it. */
    private CompletableFuture<?> delivered(String key, RoomCommand heard) {
        return owners.send(key, Json.bytes(heard)).handle((answer, failure) -> {
            if (failure != null) {
                log.debug("Room {} did not take {}: {}", key, heard.getClass().getSimpleName(), failure.getMessage());
            }
            return key;
        });
    }

    /** Commands that mean nothing once the room is gone, so they do not open it. */
    private static boolean needsOpenRoom(RoomCommand command) {
        return command instanceof RoomCommand.Join
                || command instanceof RoomCommand.End
                || command instanceof RoomCommand.Look;
    }

    /** Commands that must not seem to succeed where nobody is. */
    private static boolean asksOfSomebody(RoomCommand command) {
        return command instanceof RoomCommand.MayPost
                || command instanceof RoomCommand.MayRead
                || command instanceof RoomCommand.PostFile;
    }

    /** Carries out the commands for rooms that this node owns. */
    private final class Handler implements OwnerHandler {

        @Override
        public byte[] handle(String key, long fencingToken, byte[] command) {
            RoomCommand what = Json.read(command, RoomCommand.class);
            Optional<Room> found = Optional.ofNullable(rooms.get(key));
            if (found.isEmpty() && !needsOpenRoom(what)) {
                owners.release(key);
                if (asksOfSomebody(what)) {
                    throw Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
                }
                return Json.bytes(List.of());
            }
            try {
                Room room = found.isPresent() ? found.get() : rooms.computeIfAbsent(key, k -> open(k, fencingToken));
                room.carryOut(what);
                return Json.bytes(room.participants());
            } finally {
                Room room = rooms.get(key);
                if (room == null || room.over()) {
                    rooms.remove(key);
                    owners.release(key);
                }
            }
        }

        @Override
        public void lost(String key) {
            Optional.ofNullable(rooms.remove(key)).ifPresent(Room::abandon);
        }
    }
}
