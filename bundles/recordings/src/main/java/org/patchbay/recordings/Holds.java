package org.patchbay.recordings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.recordings.RecordingId;

/**
 * Which recordings a node is at work on, recording or putting them together. What is not held anew within a minute is let go:
 * a node that dies holds nothing. Thread-safe.
 */
@Component(service = Holds.class)
public final class Holds {

    private static final Duration HELD = Duration.ofSeconds(60);

    private final ClusterMap held;
    private final byte[] node;

    @Activate
    public Holds(@Reference Cluster cluster) {
        this.held = cluster.map("recordings-held", HELD);
        this.node = cluster.node().getBytes(StandardCharsets.UTF_8);
    }

    /** From now on, and for a minute, no other node touches it. */
    void hold(RecordingId id) {
        held.put(id.value(), node);
    }

    void letGo(RecordingId id) {
        held.remove(id.value());
    }

    /** Whether any node is at work on it. */
    boolean isHeld(RecordingId id) {
        return held.get(id.value()).isPresent();
    }

    /** Whether another node is at work on it. */
    boolean isHeldElsewhere(RecordingId id) {
        return held.get(id.value()).filter(owner -> !Arrays.equals(owner, node)).isPresent();
    }
}
