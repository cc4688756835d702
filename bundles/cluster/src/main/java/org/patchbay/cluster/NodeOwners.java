package org.patchbay.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.OwnerHandler;
import org.patchbay.api.cluster.Owners;

/** One node's part in owning keys of a kind. */
final class NodeOwners implements Owners {

    private final SharedOwners shared;
    private final String node;
    private final OwnerHandler handler;
    private volatile boolean closed;

    NodeOwners(SharedOwners shared, String node, OwnerHandler handler) {
        this.shared = shared;
        this.node = node;
        this.handler = handler;
    }

    @Override
    public CompletableFuture<byte[]> send(String key, byte[] command) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    Problem.UNAVAILABLE.because("cluster.left", "This node has left the cluster"));
        }
        try {
            return shared.send(this, key, command);
        } catch (PatchbayException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Optional<String> owner(String key) {
        return shared.owner(key);
    }

    @Override
    public void release(String key) {
        shared.release(key);
    }

    @Override
    public void close() {
        closed = true;
        shared.releaseAll(this);
    }

    boolean closed() {
        return closed;
    }

    String node() {
        return node;
    }

    OwnerHandler handler() {
        return handler;
    }
}
