package org.patchbay.spi.media;

/**
 * How a bridge is doing; counters count from its start. Immutable.
 *
 * @param healthy whether new conferences may be put here
 * @param detail one line for an operator when not healthy, else empty
 * @param load share of the bridge's capacity in use, 0 to 1
 */
public record BridgeStats(
        boolean healthy,
        String detail,
        double load,
        int conferences,
        int endpoints,
        long packetsReceived,
        long packetsSent,
        long bytesReceived,
        long bytesSent,
        long packetsRefused) {}
