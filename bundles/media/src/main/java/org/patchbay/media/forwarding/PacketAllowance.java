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

    private static final long NANOS_PER_PACKET = 1_000_000_000 / PER_SECOND;
    private static final long BURST_NANOS = BURST * NANOS_PER_PACKET;

    private final AtomicLong theoreticalArrival = new AtomicLong(Long.MIN_VALUE);

    /** Whether one more is within the allowance. */
    boolean take(long now) {
        while (true) {
            long before = theoreticalArrival.get();
            long due = before == Long.MIN_VALUE ? now : Math.max(before, now);
            if (due - now > BURST_NANOS) {
                return false;
            }
            if (theoreticalArrival.compareAndSet(before, due + NANOS_PER_PACKET)) {
                return true;
            }
        }
    }
}
