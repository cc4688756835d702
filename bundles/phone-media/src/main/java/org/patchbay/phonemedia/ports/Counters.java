package org.patchbay.phonemedia.ports;

import java.util.concurrent.atomic.LongAdder;

/** How much goes through all ports. Thread-safe. */
public final class Counters {

    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void received() {
        received.increment();
    }

    void sent() {
        sent.increment();
    }

    void refused() {
        refused.increment();
    }

    public long receivedPackets() {
        return received.sum();
    }

    public long sentPackets() {
        return sent.sum();
    }

    public long refusedPackets() {
        return refused.sum();
    }
}
