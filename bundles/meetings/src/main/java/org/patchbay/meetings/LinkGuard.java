package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.spi.web.ClientAddress;

/** Bounds how often codes that lead nowhere are tried from one address, over all nodes. Thread-safe. */
final class LinkGuard {

    private static final Duration STRETCH = Duration.ofMinutes(10);
    private static final int MISSES = 30;

    private final ClusterMap misses;
    private final int most;
    private final Clock clock;

    LinkGuard(Cluster cluster, Clock clock) {
        this(cluster, clock, "meeting-link-misses", MISSES);
    }

    /** Counts in a map of its own, so many in ten minutes. */
    LinkGuard(Cluster cluster, Clock clock, String map, int most) {
        this.misses = cluster.map(map, STRETCH);
        this.most = most;
        this.clock = clock;
    }

    /** What is behind a link; LIMITED where there was nothing too often. */
    <T> T behind(PortalId portal, String address, Supplier<T> look) {
        String key = key(portal, address);
        if (count(misses.get(key)) >= most) {
            throw Problem.LIMITED.because(
                    "meeting.links-throttled",
                    "Too many links that lead nowhere; wait ten minutes",
                    Map.of("retryAfter", secondsLeft()));
        }
        try {
            return look.get();
        } catch (PatchbayException e) {
            if (e.code().equals(Doorstep.NOWHERE)) {
                add(key);
            }
            throw e;
        }
    }

    private void add(String key) {
        boolean added = false;
        while (!added) {
            Optional<byte[]> before = misses.get(key);
            byte[] next = Integer.toString(count(before) + 1).getBytes(StandardCharsets.US_ASCII);
            added = before.isPresent() ? misses.replace(key, before.get(), next) : misses.putIfAbsent(key, next);
        }
    }

    private static int count(Optional<byte[]> kept) {
        return kept.map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)))
                .orElse(0);
    }

    private long secondsLeft() {
        return STRETCH.toSeconds() - clock.instant().getEpochSecond() % STRETCH.toSeconds();
    }

    /** Each stretch has its own count, because each use starts an entry's time to live anew. */
    private String key(PortalId portal, String address) {
        long stretch = clock.instant().getEpochSecond() / STRETCH.toSeconds();
        return portal + "/" + new ClientAddress(address).network() + "/" + stretch;
    }
}
