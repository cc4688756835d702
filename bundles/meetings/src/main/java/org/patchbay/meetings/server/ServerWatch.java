package org.patchbay.meetings.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.MediaServerStore;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.MediaBridge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the media servers every second: from one that is down or gone this node's rooms move to another one, and rooms
 * without media get them when one is up. Bridges know their state without being asked, so that a look takes no time.
 */
@Component(service = ServerWatch.class, immediate = true)
public final class ServerWatch {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);

    /** One that was never up may be about to start. */
    private static final int LOOKS_BEFORE_ALARM = 5;

    /** A room may have been opened on a bridge at the very moment it went down. */
    private static final int LOOKS_BETWEEN_MOVES = 10;

    private static final int LOOKS_BETWEEN_LOADS = 5;
    private static final int PERCENT = 100;

    private final BridgeDirectory bridges;
    private final Rooms rooms;
    private final ServerAlarm alarm;
    private final MediaServerStore store;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final ScheduledExecutorService looks;
    private List<MediaBridge> present = List.of();
    private int looksSinceChange;
    private volatile boolean failing;

    @Activate
    public ServerWatch(
            @Reference BridgeDirectory bridges,
            @Reference Rooms rooms,
            @Reference ServerAlarm alarm,
            @Reference MediaServerStore store) {
        this(bridges, rooms, alarm, store, 1000);
    }

    ServerWatch(BridgeDirectory bridges, Rooms rooms, ServerAlarm alarm, MediaServerStore store, int milliseconds) {
        this.bridges = bridges;
        this.rooms = rooms;
        this.alarm = alarm;
        this.store = store;
        this.looks = Executors.newSingleThreadScheduledExecutor(run -> {
            var thread = new Thread(run, "media-server-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = looks.scheduleWithFixedDelay(this::look, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() {
        looks.shutdownNow();
    }

    private void look() {
        try {
            lookAtAll();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("The media servers cannot be looked after at the moment", e);
            }
            failing = true;
        }
    }

    /** Moves rooms first: what the alarm writes needs the database. */
    private synchronized void lookAtAll() {
        List<MediaBridge> here = bridges.all();
        if (!here.stream().allMatch(present::contains) || !present.stream().allMatch(here::contains)) {
            looksSinceChange = 0;
        }
        present = here;
        // Once more later, for a room may have been opened at the very moment its bridge went.
        if (looksSinceChange++ % LOOKS_BETWEEN_MOVES == 0 && looksSinceChange <= LOOKS_BETWEEN_MOVES + 1) {
            rooms.tellAll(new RoomCommand.BridgesChanged());
        }
        watched.keySet().retainAll(here.stream().map(MediaBridge::name).toList());
        here.forEach(bridge ->
                watched.computeIfAbsent(bridge.name(), name -> new Watched()).see(bridge));
        here.forEach(this::offerPlaces);
        here.forEach(bridge -> Optional.ofNullable(watched.get(bridge.name())).ifPresent(one -> one.announce(bridge)));
        bridges.draining();
        sayWhatIsEmpty();
    }

    private void offerPlaces(MediaBridge bridge) {
        Optional.ofNullable(watched.get(bridge.name()))
                .filter(one -> one.hasPlaces(bridges.takesNew(bridge)))
                .ifPresent(one -> rooms.tellWaiting(new RoomCommand.PlaceFree(bridge.name())));
    }

    private void sayWhatIsEmpty() {
        for (ServerNote note : store.notes()) {
            boolean empty = bridges.find(note.server())
                    .map(MediaBridge::stats)
                    .filter(stats -> stats.state() != BridgeState.DOWN && stats.conferences() == 0)
                    .isPresent();
            if (note.draining() && !note.drained() && empty) {
                alarm.empty(note.server());
            }
        }
    }

    /** What was seen of a bridge. */
    private final class Watched {

        private boolean everUp;
        private boolean up;
        private boolean announced;
        private int looksDown;
        private int looksSinceLoad;
        private int looksWithPlaces;
        private Optional<ServerEvents.Load> load = Optional.empty();

        void see(MediaBridge bridge) {
            BridgeStats stats = bridge.stats();
            if (stats.state() != BridgeState.DOWN) {
                if (!up) {
                    up = true;
                    everUp = true;
                    announced = false;
                    looksDown = 0;
                    rooms.tellAll(new RoomCommand.BridgeUp(bridge.name()));
                }
                return;
            }
            if (up) {
                up = false;
                announced = false;
                log.warn("Media server {} is down: {}", bridge.name(), stats.detail());
            }
            if (looksDown++ % LOOKS_BETWEEN_MOVES == 0) {
                rooms.tellAll(new RoomCommand.BridgeDown(bridge.name()));
            }
        }

        /**
         * Whether there are places now and were none, as on one that was full or emptied. Once more later, for a place may
         * have come and gone between two looks.
         */
        boolean hasPlaces(boolean now) {
            looksWithPlaces = now ? looksWithPlaces + 1 : 0;
            return looksWithPlaces % LOOKS_BETWEEN_MOVES == 1;
        }

        void announce(MediaBridge bridge) {
            announceLoad(bridge.name(), bridge.stats());
            if (announced) {
                return;
            }
            if (up) {
                alarm.up(bridge.name());
                announced = true;
            } else if (everUp || looksDown >= LOOKS_BEFORE_ALARM) {
                alarm.down(
                        bridge.name(), bridge.profile().region(), bridge.stats().detail());
                announced = true;
            }
        }

        private void announceLoad(String server, BridgeStats stats) {
            if (looksSinceLoad++ < LOOKS_BETWEEN_LOADS) {
                return;
            }
            int percent = (int) Math.round(stats.load() * PERCENT);
            var now = Optional.of(new ServerEvents.Load(server, percent, stats.conferences(), stats.endpoints()));
            if (!now.equals(load)) {
                now.ifPresent(alarm::load);
                load = now;
                looksSinceLoad = 0;
            }
        }
    }
}
