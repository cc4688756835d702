package org.patchbay.api.cluster;

import java.time.Duration;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The live state that nodes share. Values are bytes, also on one node, so that nothing depends on sharing objects.
 * Names are kebab-case. Thread-safe.
 */
@ProviderType
public interface Cluster {

    /** This node's name, unique among the nodes that are up. */
    String node();

    /** The shared map of this name; its entries expire after the time to live unless written again. */
    ClusterMap map(String name, Duration timeToLive);

    /** Sends a message to every subscriber of the topic on every node, this one included; best effort, in order. */
    void publish(String topic, byte[] message);

    /** Hears a topic until closed. The listener must not block. */
    Registration subscribe(String topic, Consumer<byte[]> listener);

    /**
     * Runs the task repeatedly with this delay between runs, on one node at a time; another node takes over when this
     * one dies. {@link Task#wake()} runs it at once.
     */
    Task task(String name, Duration delay, Runnable task);

    /** Joins in owning keys of this kind: the handler receives the commands of the keys that this node comes to own. */
    Owners owners(String kind, OwnerHandler handler);
}
