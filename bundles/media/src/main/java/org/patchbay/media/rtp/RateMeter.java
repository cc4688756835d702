package org.patchbay.media.rtp;

/** Bits per second over the last second, in tenths. Not thread-safe. */
public final class RateMeter {

    private static final int SLOTS = 10;
    private static final long SLOT_NANOS = 100_000_000;
    private static final int BITS = 8;

    private final int[] bytes = new int[SLOTS];
    private long slot = Long.MIN_VALUE;
    private long begun;
    private long sum;

    /** Counts bytes. */
    public void add(int size, long now) {
        advance(now);
        bytes[Math.floorMod(slot, SLOTS)] += size;
        sum += size;
    }

    /** The rate now; of a stream younger than a second, over its age. */
    public long bitsPerSecond(long now) {
        if (slot == Long.MIN_VALUE) {
            return 0;
        }
        advance(now);
        long slots = Math.min(SLOTS, slot - begun + 1);
        return sum * BITS * SLOTS / slots;
    }

    /** Whether the stream has gone on for a second, so that the rate can be trusted. */
    public boolean isSettled(long now) {
        if (slot == Long.MIN_VALUE) {
            return false;
        }
        advance(now);
        return slot - begun >= SLOTS;
    }

    private void advance(long now) {
        long present = Math.floorDiv(now, SLOT_NANOS);
        if (slot == Long.MIN_VALUE || present - slot >= 2L * SLOTS) {
            java.util.Arrays.fill(bytes, 0);
            sum = 0;
            slot = present;
            begun = present;
        }
        while (slot < present) {
            slot++;
            int index = Math.floorMod(slot, SLOTS);
            sum -= bytes[index];
            bytes[index] = 0;
        }
    }
}
