package org.patchbay.meetings;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.People;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.spi.meetings.PlannedRoom;
import org.patchbay.spi.meetings.PlannedRooms;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.meetings.InMemoryRecorder;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice on some nodes, with stores in memory and a bridge without media. */
final class MeetingWorld implements AutoCloseable {

    final InMemoryCluster cluster = new InMemoryCluster();
    final InMemoryPortals portals = new InMemoryPortals();
    final InMemoryMeetingStore store = new InMemoryMeetingStore();
    final InMemoryRoomStore roomStore = new InMemoryRoomStore();
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    final Portal acme = portals.named("Acme");
    final Map<String, PlannedRoom> planned = new HashMap<>();

    private final PlannedRooms plans =
            (portal, code) -> portal.equals(acme.id()) ? Optional.ofNullable(planned.get(code)) : Optional.empty();

    private final Access access = new RoleAccess(portals);
    final RecordedEvents events = new RecordedEvents();
    final InMemoryRecorder recorder = new InMemoryRecorder();
    final RecordingBridge bridge = new RecordingBridge();

    /** Last, because it is made of the others. */
    final Node one = new Node("one");

    Node node(String name) {
        return new Node(name);
    }

    @Override
    public void close() {
        one.close();
        cluster.close();
    }

    /** The slice on one node. */
    final class Node implements AutoCloseable {

        final BridgeDirectory bridges = new BridgeDirectory(List.of(bridge));
        final Rooms rooms;
        final Places places;
        final MeetingService meetings;
        final MeetingChannel channel;

        private Node(String name) {
            var node = cluster.node(name);
            rooms = new Rooms(
                    node,
                    new InMemoryUnitOfWork(),
                    store,
                    roomStore,
                    events,
                    bridges,
                    new CaptionerDirectory(),
                    new RecorderDirectory(List.of(recorder)),
                    1000,
                    Duration.ofMinutes(15),
                    clock);
            places = new Places(node);
            meetings = new MeetingService(
                    store,
                    rooms,
                    new InMemoryUnitOfWork(),
                    events,
                    new InMemorySecrets(),
                    access,
                    portals,
                    new PlannedRoomDirectory(List.of(plans)),
                    node,
                    clock);
            channel = new MeetingChannel(rooms, meetings, access, nobody(), portals, places);
        }

        Meeting start() {
            return meetings.start(acme.id(), MeetingDraft.titled("Monday"), Callers.user(acme.id()));
        }

        @Override
        public void close() {
            places.close();
            rooms.close();
        }
    }

    /** A portal in whose list of people nobody looks: only guests come here. */
    private static People nobody() {
        return (People) Proxy.newProxyInstance(
                MeetingWorld.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
