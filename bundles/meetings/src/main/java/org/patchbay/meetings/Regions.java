package org.patchbay.meetings;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.patchbay.spi.media.MediaBridge;

/** Where the media servers say that they stand, and which people belong there. */
final class Regions {

    private Regions() {}

    /**
     * The region that somebody at this address belongs to: that of the server with the smallest network around it, and of
     * several the one whose server is first by name.
     */
    static Optional<String> of(InetAddress address, Collection<MediaBridge> bridges) {
        return bridges.stream()
                .sorted(Comparator.comparing(MediaBridge::name))
                .flatMap(bridge -> bridge.profile().networks().stream()
                        .filter(network -> network.contains(address))
                        .map(network -> new Claim(bridge.profile().region(), network.bits())))
                .filter(claim -> !claim.region().isEmpty())
                .reduce((one, other) -> other.bits() > one.bits() ? other : one)
                .map(Claim::region);
    }

    /** Whether a server stands there; upper and lower case are the same. */
    static boolean isIn(String region, MediaBridge bridge) {
        return bridge.profile().region().equalsIgnoreCase(region);
    }

    /** A server's word that an address belongs to its region. */
    private record Claim(String region, int bits) {}
}
