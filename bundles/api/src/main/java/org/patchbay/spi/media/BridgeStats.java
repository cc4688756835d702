package org.patchbay.spi.media;

/**
 * How a bridge is doing; counters count from its start. Immutable.
 *
 * @param healthy whether new conferences may be put here; one that works but is full says no and has a load of 1
 * @param detail one line for an operator when not healthy, else empty
 * @param load share of the bridge's capacity in use, 0 to 1; below 1 when it does not work
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
        long packetsRefused) {

    /** The same in one word. */
    public BridgeState state() {
        if (healthy) {
            return BridgeState.UP;
        }
        return load >= 1 ? BridgeState.FULL : BridgeState.DOWN;
    }
}
