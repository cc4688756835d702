package org.patchbay.media.forwarding;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many packets one endpoint may send, so that one that floods takes nothing from the others: a burst, then so many a
 * second (the generic cell rate algorithm). Thread-safe.
 */
final class PacketAllowance {

    /** Several times what a camera and a screen in the highest profile need. */
    static final int PER_SECOND = 3_000;

    static final int BURST = 600;

    /** What another server sends is that of many. */
    private static final int SERVER = 20;

    private final long nanosPerPacket;
    private final long burstNanos;
    private final AtomicLong theoreticalArrival = new AtomicLong(Long.MIN_VALUE);

    private PacketAllowance(int times) {
        this.nanosPerPacket = 1_000_000_000L / (PER_SECOND * (long) times);
        this.burstNanos = nanosPerPacket * BURST * times;
    }

    static PacketAllowance ofClient() {
        return new PacketAllowance(1);
    }

    static PacketAllowance ofServer() {
        return new PacketAllowance(SERVER);
    }

    /** Whether one more is within the allowance. */
    boolean take(long now) {
        while (true) {
            long before = theoreticalArrival.get();
            long due = before == Long.MIN_VALUE ? now : Math.max(before, now);
            if (due - now > burstNanos) {
                return false;
            }
            if (theoreticalArrival.compareAndSet(before, due + nanosPerPacket)) {
                return true;
            }
        }
    }
}
