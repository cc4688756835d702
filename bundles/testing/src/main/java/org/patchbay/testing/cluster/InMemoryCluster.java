package org.patchbay.testing.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.cluster.Fabric;
import org.patchbay.cluster.FabricNode;

/**
 * Nodes in one process, by the very classes of the server; only time stands still until it is moved. A test of a slice
 * needs one node: {@code Cluster cluster = new InMemoryCluster().node("a")}. As time stands still, a task runs when it is
 * made, before that call returns, and again only when it is woken: no run comes in the middle of what a test looks at.
 */
public final class InMemoryCluster implements AutoCloseable {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Fabric fabric = new Fabric(clock);
    private final Map<String, FabricNode> nodes = new ConcurrentHashMap<>();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final boolean repeats;

    public InMemoryCluster() {
        this(false);
    }

    private InMemoryCluster(boolean repeats) {
        this.repeats = repeats;
    }

    /** One whose tasks run as on a server: on their own threads, again and again after their pause. */
    public static InMemoryCluster repeating() {
        return new InMemoryCluster(true);
    }

    /** The node of this name, joined when it is first asked for. */
    public Cluster node(String name) {
        FabricNode node = nodes.computeIfAbsent(name, fabric::join);
        return repeats ? node : new CalmNode(node, begun);
    }

    /** The death of the node. */
    public void kill(String name) {
        FabricNode node = nodes.remove(name);
        if (node != null) {
            node.close();
        }
    }

    /** Lets time pass for what expires. */
    public void pass(Duration time) {
        clock.pass(time);
    }

    @Override
    public void close() {
        nodes.keySet().forEach(this::kill);
        fabric.close();
    }
}
