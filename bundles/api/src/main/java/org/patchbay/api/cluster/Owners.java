package org.patchbay.api.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** Keys (a meeting, a call) of one kind, each owned by one node. Thread-safe. */
@ProviderType
public interface Owners extends Registration {

    /**
     * Sends a command to the node that owns the key; a key that nobody owns is taken by this node first. Completes with
     * the handler's answer or its exception, or with {@code UNAVAILABLE} when too much waits for the key.
     */
    CompletableFuture<byte[]> send(String key, byte[] command);

    /** The node that owns the key. */
    Optional<String> owner(String key);

    /** Gives the key up; its next command finds a new owner with a higher fencing token. */
    void release(String key);
}
