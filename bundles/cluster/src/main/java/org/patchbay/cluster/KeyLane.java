package org.patchbay.cluster;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line of commands of one key, which outlives a change of owner so that commands stay serial. */
final class KeyLane {

    final SerialQueue queue;
    private @Nullable Ownership ownership;

    KeyLane(SerialQueue queue) {
        this.queue = queue;
    }

    Optional<Ownership> ownership() {
        return Optional.ofNullable(ownership);
    }

    boolean ownedBy(NodeOwners owner) {
        return ownership != null && ownership.owner() == owner;
    }

    void give(Ownership to) {
        ownership = to;
    }

    void take() {
        ownership = null;
    }
}
