package org.patchbay.click2meet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.web.ClientAddress;

/** Counts what somebody does, over all nodes, in each stretch of so much time. Thread-safe. */
final class Throttle {

    private final ClusterMap counts;
    private final int most;
    private final Duration time;
    private final Clock clock;

    Throttle(Cluster cluster, String name, int most, Duration time, Clock clock) {
        this.counts = cluster.map(name, time);
        this.most = most;
        this.time = time;
        this.clock = clock;
    }

    /** Who somebody without an account is: the household's address. */
    static String addressOf(Caller caller) {
        return new ClientAddress(caller.address()).network();
    }

    /** LIMITED when it was too often already. */
    void require(PortalId portal, String who) {
        if (count(key(portal, who)) >= most) {
            throw tooOften();
        }
    }

    /** Counts once more, or LIMITED. */
    void pass(PortalId portal, String who) {
        String key = key(portal, who);
        while (true) {
            Optional<byte[]> before = counts.get(key);
            int count = before.map(Throttle::number).orElse(0);
            if (count >= most) {
                throw tooOften();
            }
            byte[] next = Integer.toString(count + 1).getBytes(StandardCharsets.US_ASCII);
            if (before.isPresent() ? counts.replace(key, before.get(), next) : counts.putIfAbsent(key, next)) {
                return;
            }
        }
    }

    private int count(String key) {
        return counts.get(key).map(Throttle::number).orElse(0);
    }

    private static int number(byte[] bytes) {
        return Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII));
    }

    private PatchbayException tooOften() {
        String minutes = String.valueOf(time.toMinutes());
        return Problem.LIMITED.because(
                "click2meet.throttled",
                "Too often; try again after " + minutes + " minutes",
                Map.of("minutes", minutes));
    }

    /** Each stretch has its own count, because each use starts an entry's time to live anew. */
    private String key(PortalId portal, String who) {
        return portal + "/" + who + "/" + clock.instant().getEpochSecond() / time.toSeconds();
    }
}
