package org.patchbay.provisioning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.spi.web.ClientAddress;

/** Counts what goes wrong from an address, over all portals and nodes, in each stretch of ten minutes. Thread-safe. */
final class Throttle {

    private static final Duration TIME = Duration.ofMinutes(10);

    private final ClusterMap counts;
    private final int most;
    private final Clock clock;

    Throttle(Cluster cluster, String name, int most, Clock clock) {
        this.counts = cluster.map(name, TIME);
        this.most = most;
        this.clock = clock;
    }

    /** Whether too much went wrong. */
    boolean isBlocked(String address) {
        return counts.get(key(address)).map(Throttle::number).orElse(0) >= most;
    }

    /** Counts once more. */
    void wrong(String address) {
        String key = key(address);
        boolean counted = false;
        while (!counted) {
            Optional<byte[]> before = counts.get(key);
            int count = before.map(Throttle::number).orElse(0);
            byte[] next = Integer.toString(count + 1).getBytes(StandardCharsets.US_ASCII);
            counted = count >= most
                    || (before.isPresent() ? counts.replace(key, before.get(), next) : counts.putIfAbsent(key, next));
        }
    }

    private static int number(byte[] bytes) {
        return Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII));
    }

    /** Each stretch has its own count, because each use starts an entry's time to live anew. */
    private String key(String address) {
        return new ClientAddress(address).network() + '/' + clock.instant().getEpochSecond() / TIME.toSeconds();
    }
}
