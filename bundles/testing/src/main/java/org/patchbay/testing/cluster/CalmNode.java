package org.patchbay.testing.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.OwnerHandler;
import org.patchbay.api.cluster.Owners;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.cluster.Task;
import org.patchbay.testing.Patience;

/** A node whose tasks have run once when they are made, and then wait to be woken. */
final class CalmNode implements Cluster {

    private static final Duration NEVER = Duration.ofDays(1);

    private final Cluster node;
    private final Set<String> begun;

    /** With the names of the tasks that have a node already, which is the one that runs them. */
    CalmNode(Cluster node, Set<String> begun) {
        this.node = node;
        this.begun = begun;
    }

    @Override
    public String node() {
        return node.node();
    }

    @Override
    public Task task(String name, Duration delay, Runnable work) {
        CountDownLatch ran = new CountDownLatch(1);
        Task task = node.task(name, NEVER, () -> {
            try {
                work.run();
            } finally {
                ran.countDown();
            }
        });
        if (begun.add(name)) {
            await(name, ran);
        }
        return task;
    }

    private static void await(String name, CountDownLatch ran) {
        try {
            if (!ran.await(Patience.SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The task " + name + " comes to no end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
    public Owners owners(String kind, OwnerHandler handler) {
        return node.owners(kind, handler);
    }
}
