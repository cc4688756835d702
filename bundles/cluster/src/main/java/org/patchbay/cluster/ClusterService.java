package org.patchbay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.OwnerHandler;
import org.patchbay.api.cluster.Owners;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.cluster.Task;

/** The cluster of a server that is alone: a fabric with one node. */
@Component
public final class ClusterService implements Cluster {

    private final Fabric fabric = new Fabric(Clock.systemUTC());
    private final FabricNode node = fabric.join("node-1");

    @Activate
    public ClusterService() {}

    @Override
    public String node() {
        return node.node();
    }

    @Override
    public ClusterMap map(String name, Duration timeToLive) {
        return node.map(name, timeToLive);
    }

    @Override
    public void publish(String topic, byte[] message) {
        node.publish(topic, message);
    }

    @Override
    public Registration subscribe(String topic, Consumer<byte[]> listener) {
        return node.subscribe(topic, listener);
    }

    @Override
    public Task task(String name, Duration delay, Runnable task) {
        return node.task(name, delay, task);
    }

    @Override
    public Owners owners(String kind, OwnerHandler handler) {
        return node.owners(kind, handler);
    }

    @Deactivate
    void stop() {
        node.close();
        fabric.close();
    }
}
