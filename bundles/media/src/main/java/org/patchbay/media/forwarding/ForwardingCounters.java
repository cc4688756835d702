package org.patchbay.media.forwarding;

import java.util.concurrent.atomic.LongAdder;

/** What the bridge has carried since its start. Thread-safe. */
public final class ForwardingCounters {

    private final LongAdder packetsReceived = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder packetsSent = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final LongAdder packetsRefused = new LongAdder();

    void received(int bytes) {
        packetsReceived.increment();
        bytesReceived.add(bytes);
    }

    void sent(int bytes) {
        packetsSent.increment();
        bytesSent.add(bytes);
    }

    void refused() {
        packetsRefused.increment();
    }

    public long packetsReceived() {
        return packetsReceived.sum();
    }

    public long bytesReceived() {
        return bytesReceived.sum();
    }

    public long packetsSent() {
        return packetsSent.sum();
    }

    public long bytesSent() {
        return bytesSent.sum();
    }

    /** Forged, replayed, malformed, of an unknown SSRC, or too many at once. */
    public long packetsRefused() {
        return packetsRefused.sum();
    }
}
