package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.spi.media.BridgeStats;

/**
 * How a videobridge said it is. Immutable.
 *
 * @param isUp whether it answers and carries media
 * @param takesMore whether new conferences and endpoints may be put there
 * @param detail one line, when it is not up or takes no more
 * @param relayId what it calls itself towards others, if it has relays
 */
record ServerHealth(
        boolean isUp, boolean takesMore, String detail, double stress, Optional<String> relayId, Counters counters) {

    private static final Pattern RELAY_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    static ServerHealth unknown() {
        return down("It has not answered yet");
    }

    static ServerHealth down(String detail) {
        return new ServerHealth(false, false, detail, 0, Optional.empty(), new Counters(0, 0, 0, 0, 0, 0));
    }

    /** Reads the statistics of a videobridge that is healthy, with so many endpoints that are no participants. */
    static ServerHealth of(JsonNode stats, int hidden) {
        String detail = "";
        if (stats.path("graceful_shutdown").asBoolean()
                || stats.path("shutting_down").asBoolean()) {
            detail = "It is about to shut down";
        } else if (stats.path("drain").asBoolean()) {
            detail = "It is set to drain";
        }
        return new ServerHealth(
                true,
                detail.isEmpty(),
                detail,
                Math.max(0, stats.path("stress_level").asDouble(0)),
                Optional.ofNullable(stats.path("relay_id").textValue()).filter(RELAY_ID.asMatchPredicate()),
                new Counters(
                        stats.path("conferences").asInt(0),
                        Math.max(0, participants(stats) - hidden),
                        stats.path("total_packets_received").asLong(0),
                        stats.path("total_packets_sent").asLong(0),
                        stats.path("total_bytes_received").asLong(0),
                        stats.path("total_bytes_sent").asLong(0)));
    }

    /** Its own: what it calls participants has those on the other side of relays, too. */
    private static int participants(JsonNode stats) {
        return stats.path("local_endpoints").asInt(stats.path("participants").asInt(0));
    }

    /** In the platform's words. */
    BridgeStats stats(int capacity) {
        double share = capacity > 0 ? (double) counters.participants() / capacity : 0;
        boolean full = isUp && (!takesMore || share >= 1);
        double load = full ? 1 : Math.min(0.99, Math.max(stress, share));
        return new BridgeStats(
                isUp && !full,
                full && detail.isEmpty() ? "It has " + counters.participants() + " participants" : detail,
                load,
                counters.conferences(),
                counters.participants(),
                counters.packetsReceived(),
                counters.packetsSent(),
                counters.bytesReceived(),
                counters.bytesSent(),
                0);
    }

    /** What it counted. */
    record Counters(
            int conferences,
            int participants,
            long packetsReceived,
            long packetsSent,
            long bytesReceived,
            long bytesSent) {}
}
