package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;
import org.patchbay.meetings.store.MediaServerStore;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.MediaBridge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The media bridges that are here now, and which of them a portal's meetings go to: the one it chose, or one where its people
 * are, or the one with the least load. One that is emptied takes no new ones. While the database is away, what it said last holds. Thread-safe.
 */
@Component(service = BridgeDirectory.class)
public final class BridgeDirectory {

    private static final Logger log = LoggerFactory.getLogger(BridgeDirectory.class);

    /** A portal made its choice: its id. */
    public static final String CHOSEN = "media-server-chosen";

    private static final Comparator<MediaBridge> BY_LOAD = Comparator.<MediaBridge>comparingDouble(
                    bridge -> bridge.stats().load())
            .thenComparingInt(bridge -> bridge.stats().conferences());

    private final Function<PortalId, ServerChoice> choices;
    private final Supplier<Set<String>> drains;
    private final Map<PortalId, ServerChoice> lastChoices = new ConcurrentHashMap<>();
    private volatile Set<String> lastDrains = Set.of();
    private volatile Registration news = () -> {};

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MediaBridge> bridges = List.of();

    /** A directory that the container fills. */
    @Activate
    public BridgeDirectory(@Reference MediaServerStore store, @Reference Cluster cluster) {
        this(store);
        this.news = cluster.subscribe(
                CHOSEN, portal -> lastChoices.remove(new PortalId(new String(portal, StandardCharsets.UTF_8))));
    }

    @Deactivate
    void close() {
        news.close();
    }

    private BridgeDirectory(MediaServerStore store) {
        this.choices = portal -> store.choice(portal).orElseGet(ServerChoice::none);
        this.drains = () -> store.notes().stream()
                .filter(ServerNote::draining)
                .map(ServerNote::server)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A directory of these bridges. */
    public BridgeDirectory(List<MediaBridge> bridges, MediaServerStore store, Cluster cluster) {
        this(store, cluster);
        this.bridges = List.copyOf(bridges);
    }

    /** A directory of these bridges, none of which was chosen or is emptied. */
    public BridgeDirectory(List<MediaBridge> bridges) {
        this.choices = portal -> ServerChoice.none();
        this.drains = Set::of;
        this.bridges = List.copyOf(bridges);
    }

    /** From now on there are these bridges: what the container says of services that come and go. */
    void replace(List<MediaBridge> others) {
        bridges = List.copyOf(others);
    }

    /** All of them by name. */
    public List<MediaBridge> all() {
        return bridges.stream().sorted(Comparator.comparing(MediaBridge::name)).toList();
    }

    /** Whether it is this very one that is here. */
    public boolean isHere(MediaBridge bridge) {
        return bridges.stream().anyMatch(one -> one == bridge);
    }

    /** The one of this name. */
    public Optional<MediaBridge> find(String name) {
        return bridges.stream().filter(bridge -> bridge.name().equals(name)).findFirst();
    }

    /**
     * The bridge for a new conference of the portal, without those that were tried in vain.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE, with the reason in the code
     */
    public MediaBridge choose(PortalId portal, Set<String> without) {
        return choose(portal, Optional.empty(), without);
    }

    /** The same where the first who comes belongs to a region: one that stands there, unless the portal chose another. */
    public MediaBridge choose(PortalId portal, Optional<String> region, Set<String> without) {
        return choose(choice(portal), draining(), region, without);
    }

    /** The same by what was known when the portal's bridge was last chosen: nobody in a meeting waits for the database. */
    public MediaBridge chooseAgain(PortalId portal, Optional<String> region, Set<String> without) {
        ServerChoice last = lastChoices.get(portal);
        return last == null ? choose(portal, region, without) : choose(last, lastDrains, region, without);
    }

    /** Whether it takes somebody now, by what was last known of those that are emptied. */
    public boolean takesNew(MediaBridge bridge) {
        return takesNew(bridge, lastDrains);
    }

    private static boolean takesNew(MediaBridge bridge, Set<String> draining) {
        return !draining.contains(bridge.name()) && bridge.stats().state() == BridgeState.UP;
    }

    /**
     * Those over which a conference of the portal on this bridge may reach, too: of its kind, least loaded first; none where
     * the portal wants its own alone.
     */
    public List<MediaBridge> besides(PortalId portal, MediaBridge bridge) {
        ServerChoice choice = lastChoices.getOrDefault(portal, ServerChoice.none());
        boolean ownAlone = choice.server().isPresent() && choice.whenDown() == ServerChoice.WhenDown.REFUSE;
        return bridges.stream()
                .filter(other -> other != bridge && !ownAlone && takesNew(other))
                .filter(other -> other.profile().kind().equals(bridge.profile().kind()))
                .sorted(Comparator.comparingDouble(other -> other.stats().load()))
                .toList();
    }

    /**
     * Those in this region over which a conference of the portal on this bridge may reach, itself among them: of its kind,
     * least loaded first; none where the portal chose its server, for then its meetings are there.
     */
    public List<MediaBridge> near(PortalId portal, String region, MediaBridge bridge) {
        ServerChoice last = lastChoices.get(portal);
        if ((last == null ? choice(portal) : last).server().isPresent()) {
            return List.of();
        }
        return bridges.stream()
                .filter(other -> Regions.isIn(region, other) && takesNew(other))
                .filter(other -> other.profile().kind().equals(bridge.profile().kind()))
                .sorted(BY_LOAD)
                .toList();
    }

    /** The region that somebody at this address belongs to, by the networks of the bridges that are here. */
    public Optional<String> region(String address) {
        return Network.address(address).flatMap(one -> Regions.of(one, bridges));
    }

    private MediaBridge choose(
            ServerChoice choice, Set<String> draining, Optional<String> region, Set<String> without) {
        Predicate<MediaBridge> takesNew = bridge -> !without.contains(bridge.name()) && takesNew(bridge, draining);
        Optional<MediaBridge> chosen = choice.server().flatMap(this::find).filter(takesNew);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        if (choice.server().isPresent() && choice.whenDown() == ServerChoice.WhenDown.REFUSE) {
            throw Problem.UNAVAILABLE.because(
                    "media.chosen-down",
                    "The media server that this portal chose takes no meetings at the moment",
                    Map.of("server", choice.server().get()));
        }
        List<MediaBridge> able =
                bridges.stream().filter(takesNew).sorted(BY_LOAD).toList();
        return region.filter(wanted -> choice.server().isEmpty())
                .flatMap(wanted -> able.stream()
                        .filter(bridge -> Regions.isIn(wanted, bridge))
                        .findFirst())
                .or(() -> able.stream().findFirst())
                .orElseThrow(() ->
                        Problem.UNAVAILABLE.because("media.unavailable", "No media server is up; try again shortly"));
    }

    /** Whether a conference of the portal could be on another bridge than these. */
    public boolean hasOther(PortalId portal, Set<String> without) {
        try {
            chooseAgain(portal, Optional.empty(), without);
            return true;
        } catch (PatchbayException e) {
            return false;
        }
    }

    private ServerChoice choice(PortalId portal) {
        try {
            ServerChoice choice = choices.apply(portal);
            lastChoices.put(portal, choice);
            return choice;
        } catch (RuntimeException e) {
            log.warn("Which media server portal {} chose cannot be read; the last answer holds", portal, e);
            return lastChoices.getOrDefault(portal, ServerChoice.none());
        }
    }

    /** Reads which servers are emptied. */
    public Set<String> draining() {
        try {
            Set<String> draining = drains.get();
            lastDrains = draining;
            return draining;
        } catch (RuntimeException e) {
            log.warn("Which media servers are emptied cannot be read; the last answer holds", e);
            return lastDrains;
        }
    }
}
