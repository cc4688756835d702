package org.patchbay.events.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.events.store.CursorStore;

/**
 * Kept in the database; one node at a time delivers a portal, the one that holds the lease. While it does nobody else moves the
 * position, so that it is read once.
 */
final class DurablePositions implements Positions {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final String subscriber;
    private final CursorStore cursors;
    private final ClusterMap leases;
    private final byte[] node;
    private final Map<PortalId, Long> known = new ConcurrentHashMap<>();

    DurablePositions(String subscriber, CursorStore cursors, Cluster cluster) {
        this.subscriber = subscriber;
        this.cursors = cursors;
        this.leases = cluster.map("event-deliveries", LEASE);
        this.node = cluster.node().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean mine(PortalId portal) {
        String key = subscriber + "/" + portal;
        if (leases.replace(key, node, node)) {
            return true;
        }
        known.remove(portal);
        return leases.putIfAbsent(key, node);
    }

    @Override
    public long of(PortalId portal) {
        return known.computeIfAbsent(
                portal, key -> cursors.find(subscriber, key).orElse(0L));
    }

    @Override
    public void reached(PortalId portal, long sequence) {
        cursors.reached(subscriber, portal, sequence);
        known.merge(portal, sequence, Math::max);
    }
}
