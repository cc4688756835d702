package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.Registration;
import org.patchbay.spi.tenancy.PortalFigure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places in all meetings of a portal. A portal with a limit has that many numbered places, each an entry of a shared
 * map that only one taker can make, so that no number of joins on any number of nodes takes one too many. A place is
 * leased: the node that took it renews it, and when the node dies it is free again after half a minute. Thread-safe.
 */
@Component(service = {Places.class, PortalFigure.class})
public final class Places implements PortalFigure {

    /** How long a place outlives its node. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final int RENEWAL_SECONDS = 10;
    private static final int ROUNDS = 8;
    private static final int MOST = 100_000;

    private final ClusterMap map;
    private final Map<String, byte[]> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewal;

    @Activate
    public Places(@Reference Cluster cluster) {
        this.map = cluster.map("portal-places", LEASE);
        this.renewal = Executors.newSingleThreadScheduledExecutor(run -> {
            var thread = new Thread(run, "meeting-places");
            thread.setDaemon(true);
            return thread;
        });
        var unused = renewal.scheduleWithFixedDelay(this::renew, RENEWAL_SECONDS, RENEWAL_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        renewal.shutdownNow();
    }

    /**
     * Takes a place for a participant until it is closed.
     *
     * @throws PatchbayException LIMITED with {@code portal.full} when the portal has no more
     */
    public Registration take(PortalId portal, Optional<Integer> limit, String participant) {
        byte[] who = participant.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> taken =
                    List.copyOf(map.entries(prefix(portal), limit.orElse(MOST)).keySet());
            if (taken.size() >= limit.orElse(MOST)) {
                throw full(limit);
            }
            for (String place : free(portal, limit, taken, participant)) {
                if (map.putIfAbsent(place, who)) {
                    held.put(place, who);
                    if (fits(portal, limit)) {
                        return () -> free(place);
                    }
                    free(place);
                    break;
                }
            }
        }
        throw full(limit);
    }

    private static List<String> free(PortalId portal, Optional<Integer> limit, List<String> taken, String participant) {
        if (limit.isEmpty()) {
            return List.of(prefix(portal) + participant);
        }
        List<String> free = new ArrayList<>(IntStream.range(0, limit.get())
                .mapToObj(number -> prefix(portal) + number)
                .toList());
        free.removeAll(java.util.Set.copyOf(taken));
        // Those who join at once do not all try the same place.
        Collections.shuffle(free);
        return free;
    }

    /** Places taken under an earlier limit have no number below the present one, but count. */
    private boolean fits(PortalId portal, Optional<Integer> limit) {
        return limit.isEmpty() || map.entries(prefix(portal), limit.get() + 1).size() <= limit.get();
    }

    private void free(String place) {
        held.computeIfPresent(place, (key, who) -> {
            // What another has taken since, because the lease was not renewed in time, is theirs.
            if (map.replace(key, who, who)) {
                map.remove(key);
            }
            return null;
        });
    }

    /** Starts every lease of this node anew. */
    void renew() {
        for (String place : List.copyOf(held.keySet())) {
            try {
                held.computeIfPresent(place, (key, who) -> {
                    if (!map.replace(key, who, who) && !map.putIfAbsent(key, who)) {
                        log.warn("A place in a portal's meetings was lost while this node was too slow");
                        return null;
                    }
                    return who;
                });
            } catch (RuntimeException e) {
                log.warn("The places in meetings cannot be renewed at the moment", e);
                return;
            }
        }
    }

    @Override
    public String name() {
        return "participants";
    }

    @Override
    public Map<PortalId, Long> count(Collection<PortalId> portals) {
        Map<PortalId, Long> counted = new HashMap<>();
        portals.forEach(portal ->
                counted.put(portal, (long) map.entries(prefix(portal), MOST).size()));
        return counted;
    }

    private static PatchbayException full(Optional<Integer> limit) {
        return Problem.LIMITED.because(
                "portal.full",
                "As many people are in meetings as this portal may have at once",
                limit.map(number -> Map.of("limit", number.toString())).orElse(Map.of()));
    }

    private static String prefix(PortalId portal) {
        return portal + "/";
    }
}
