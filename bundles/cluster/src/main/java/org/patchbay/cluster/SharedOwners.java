package org.patchbay.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.OwnerHandler;

/** Who owns which key of one kind. */
final class SharedOwners {

    private final Map<String, KeyLane> lanes = new HashMap<>();
    private final Executor executor;
    private final AtomicLong tokens;
    private final Limits limits;

    SharedOwners(Executor executor, AtomicLong tokens, Limits limits) {
        this.executor = executor;
        this.tokens = tokens;
        this.limits = limits;
    }

    NodeOwners join(String node, OwnerHandler handler) {
        return new NodeOwners(this, node, handler);
    }

    CompletableFuture<byte[]> send(NodeOwners sender, String key, byte[] command) {
        Limits.checkKey(key);
        byte[] copy = Limits.copyOfMessage(command);
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        synchronized (this) {
            KeyLane lane = lane(key);
            Ownership ownership = lane.ownership().orElseGet(() -> take(lane, sender));
            if (!lane.queue.offer(() -> carryOut(key, lane, ownership, copy, answer))) {
                throw Problem.UNAVAILABLE.because("cluster.key-busy", "Too much waits for this; try again");
            }
        }
        return answer;
    }

    private KeyLane lane(String key) {
        KeyLane lane = lanes.get(key);
        if (lane == null) {
            if (lanes.size() >= limits.ownedKeys()) {
                throw Problem.LIMITED.because("cluster.too-many-keys", "Too many are open at the same time");
            }
            lane = new KeyLane(new SerialQueue(executor, limits.waitingPerKey()));
            lanes.put(key, lane);
        }
        return lane;
    }

    private Ownership take(KeyLane lane, NodeOwners owner) {
        Ownership ownership = new Ownership(owner, owner.handler(), tokens.incrementAndGet());
        lane.give(ownership);
        return ownership;
    }

    private void carryOut(
            String key, KeyLane lane, Ownership ownership, byte[] command, CompletableFuture<byte[]> answer) {
        try {
            if (ownership.owner().closed()) {
                throw lost();
            }
            byte[] result = ownership.handler().handle(key, ownership.fencingToken(), command);
            answer.complete(result.clone());
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
        forgetIfUnused(key, lane);
    }

    private static PatchbayException lost() {
        return Problem.UNAVAILABLE.because("cluster.owner-lost", "The node that had this is gone; try again");
    }

    synchronized Optional<String> owner(String key) {
        return Optional.ofNullable(lanes.get(key))
                .flatMap(KeyLane::ownership)
                .map(ownership -> ownership.owner().node());
    }

    /** Takes the key from whoever has it; its next command finds an owner anew. */
    synchronized void release(String key) {
        KeyLane lane = lanes.get(key);
        if (lane != null) {
            lane.ownership().ifPresent(ownership -> release(key, lane, ownership));
        }
    }

    private void release(String key, KeyLane lane, Ownership ownership) {
        lane.take();
        lane.queue.force(() -> {
            try {
                ownership.handler().lost(key);
            } finally {
                forgetIfUnused(key, lane);
            }
        });
    }

    /** Takes every key that the node has. */
    synchronized void releaseAll(NodeOwners owner) {
        List<String> keys = new ArrayList<>();
        lanes.forEach((key, lane) -> {
            if (lane.ownedBy(owner)) {
                keys.add(key);
            }
        });
        keys.forEach(this::release);
    }

    private synchronized void forgetIfUnused(String key, KeyLane lane) {
        if (lane.ownership().isEmpty() && lane.queue.isEmpty()) {
            lanes.remove(key, lane);
        }
    }
}
