package org.patchbay.spi.media;

import java.util.List;
import org.patchbay.api.Network;

/**
 * What a bridge is, as opposed to how it is doing. Immutable.
 *
 * @param kind kebab-case, the same for every bridge of one implementation: {@code embedded}, for instance
 * @param region where it stands, in the words of whoever set it up; empty when they did not say
 * @param capacity the most endpoints at a time; 0 when it has no limit of its own
 * @param networks from where people belong to its region; empty when it says nothing of them
 */
public record BridgeProfile(String kind, String region, int capacity, List<Network> networks) {

    public BridgeProfile {
        Check.that(capacity >= 0, "/capacity", "must not be negative");
        networks = List.copyOf(networks);
    }

    /** Of a bridge that says of nobody that they belong to its region. */
    public BridgeProfile(String kind, String region, int capacity) {
        this(kind, region, capacity, List.of());
    }

    /** Of a bridge that says nothing of itself. */
    public static BridgeProfile unknown() {
        return new BridgeProfile("other", "", 0);
    }
}
