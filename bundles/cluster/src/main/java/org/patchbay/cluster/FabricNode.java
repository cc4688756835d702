package org.patchbay.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.OwnerHandler;
import org.patchbay.api.cluster.Owners;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.cluster.Task;

/** One node of the fabric. */
public final class FabricNode implements Cluster, AutoCloseable {

    private final String name;
    private final Fabric fabric;
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    FabricNode(String name, Fabric fabric) {
        this.name = name;
        this.fabric = fabric;
    }

    @Override
    public String node() {
        return name;
    }

    @Override
    public ClusterMap map(String map, Duration timeToLive) {
        return fabric.map(map).withTimeToLive(timeToLive);
    }

    @Override
    public void publish(String topic, byte[] message) {
        fabric.publish(topic, Limits.copyOfMessage(message));
    }

    @Override
    public Registration subscribe(String topic, Consumer<byte[]> listener) {
        Registration subscription = keep(fabric.subscribe(topic, listener));
        return () -> {
            subscription.close();
            registrations.remove(subscription);
        };
    }

    @Override
    public Task task(String task, Duration delay, Runnable work) {
        return keep(fabric.task(task).join(delay, work));
    }

    @Override
    public Owners owners(String kind, OwnerHandler handler) {
        return keep(fabric.owners(kind).join(name, handler));
    }

    private <R extends Registration> R keep(R registration) {
        registrations.add(registration);
        return registration;
    }

    /** Takes this node out: its subscriptions end, its tasks and keys go to the others. */
    @Override
    public void close() {
        registrations.forEach(Registration::close);
        registrations.clear();
    }
}
