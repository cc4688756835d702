package org.patchbay.meetings.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.store.MediaServerStore;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.MediaBridge;

/** The media servers as whoever runs the server sees them, and as portals choose among them. Thread-safe. */
@Component(service = MediaServers.class)
public final class MediaServers {

    private final BridgeDirectory bridges;
    private final MediaServerStore store;
    private final UnitOfWork unit;
    private final Events events;
    private final Audit audit;
    private final Cluster cluster;

    @Activate
    public MediaServers(
            @Reference BridgeDirectory bridges,
            @Reference MediaServerStore store,
            @Reference UnitOfWork unit,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Cluster cluster) {
        this.bridges = bridges;
        this.store = store;
        this.unit = unit;
        this.events = events;
        this.audit = audit;
        this.cluster = cluster;
    }

    /** All that there are, by name. */
    public List<MediaServer> list() {
        Map<String, ServerNote> notes = notes();
        return bridges.all().stream().map(bridge -> view(bridge, notes)).toList();
    }

    /** Empties a server, or lets it take meetings again. */
    public MediaServer drain(String server, boolean draining, Caller by) {
        MediaBridge bridge = bridges.find(server).orElseThrow(MediaServers::unknown);
        unit.run(() -> {
            if (store.change(server, note -> note.draining(draining))) {
                String type = draining ? ServerEvents.DRAINING : ServerEvents.UNDRAINED;
                events.publish(PortalId.ROOT, type, server, new ServerEvents.Named(server));
                audit.record(
                        PortalId.ROOT,
                        by,
                        new AuditDraft(
                                type,
                                "media-server",
                                server,
                                Map.of("draining", Boolean.toString(!draining)),
                                Map.of("draining", Boolean.toString(draining))));
            }
        });
        bridges.draining();
        return view(bridge, notes());
    }

    /** What a portal can choose from, by name. */
    public List<Offered> offered() {
        Map<String, ServerNote> notes = notes();
        return bridges.all().stream()
                .map(bridge -> new Offered(
                        bridge.name(),
                        bridge.profile().region(),
                        bridge.stats().state(),
                        note(bridge, notes).draining()))
                .toList();
    }

    /** What the portal chose. */
    public ServerChoice choice(PortalId portal) {
        return store.choice(portal).orElseGet(ServerChoice::none);
    }

    /**
     * Chooses for the portal; meetings that go on stay where they are.
     *
     * @throws PatchbayException INVALID if there is no such server, unless the portal has it already
     */
    public ServerChoice choose(PortalId portal, ServerChoice choice, Caller by) {
        return unit.call(() -> {
            ServerChoice before = choice(portal);
            if (choice.equals(before)) {
                return before;
            }
            boolean known = choice.server().equals(before.server())
                    || choice.server()
                            .map(bridges::find)
                            .map(Optional::isPresent)
                            .orElse(true);
            if (!known) {
                throw Problem.INVALID.at("/server", "media-server.unknown", "is no media server");
            }
            store.choose(portal, choice);
            events.publish(
                    portal,
                    ServerEvents.CHOSEN,
                    portal.value(),
                    new ServerEvents.Chosen(choice.server(), choice.whenDown()));
            audit.record(
                    portal,
                    by,
                    new AuditDraft(ServerEvents.CHOSEN, "portal", portal.value(), fields(before), fields(choice)));
            unit.afterCommit(
                    () -> cluster.publish(BridgeDirectory.CHOSEN, portal.value().getBytes(StandardCharsets.UTF_8)));
            return choice;
        });
    }

    private static Map<String, String> fields(ServerChoice choice) {
        Map<String, String> fields = new TreeMap<>();
        choice.server().ifPresent(server -> fields.put("mediaServer", server));
        fields.put("mediaServerDown", choice.whenDown().name());
        return fields;
    }

    private Map<String, ServerNote> notes() {
        return store.notes().stream().collect(Collectors.toMap(ServerNote::server, Function.identity()));
    }

    private static ServerNote note(MediaBridge bridge, Map<String, ServerNote> notes) {
        return notes.getOrDefault(bridge.name(), ServerNote.blank(bridge.name()));
    }

    private static MediaServer view(MediaBridge bridge, Map<String, ServerNote> notes) {
        BridgeStats stats = bridge.stats();
        ServerNote note = note(bridge, notes);
        return new MediaServer(
                bridge.name(),
                bridge.profile().kind(),
                bridge.profile().region(),
                bridge.profile().capacity(),
                bridge.profile().networks().stream().map(Network::text).toList(),
                stats.state(),
                note.draining(),
                note.draining() && stats.conferences() == 0,
                note.downSince(),
                stats);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("media-server.unknown", "There is no such media server");
    }

    /**
     * A media server and how it is doing.
     *
     * @param networks from where people belong to its region, as in {@link Network#text}
     * @param draining whether it takes no new meetings
     * @param drained whether, moreover, no meeting is on it
     */
    public record MediaServer(
            String name,
            String kind,
            String region,
            int capacity,
            List<String> networks,
            BridgeState state,
            boolean draining,
            boolean drained,
            Optional<Instant> downSince,
            BridgeStats stats) {}

    /** A media server as a portal sees it. */
    public record Offered(String name, String region, BridgeState state, boolean draining) {}
}
