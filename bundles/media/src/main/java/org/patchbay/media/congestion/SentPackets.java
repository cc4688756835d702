package org.patchbay.media.congestion;

import java.util.Arrays;

/** When the latest packets with transport-wide sequence numbers went out, and how long they were. Not thread-safe. */
final class SentPackets {

    /** A second and more of all that one receiver gets; a power of 2. */
    static final int CAPACITY = 2_048;

    private static final int FORGOTTEN = -1;

    private final int[] sequences = new int[CAPACITY];
    private final int[] sizes = new int[CAPACITY];
    private final long[] sentAt = new long[CAPACITY];

    SentPackets() {
        Arrays.fill(sequences, FORGOTTEN);
    }

    void put(int sequence, int size, long now) {
        int slot = sequence % CAPACITY;
        sequences[slot] = sequence;
        sizes[slot] = size;
        sentAt[slot] = now;
    }

    boolean knows(int sequence) {
        return sequences[sequence % CAPACITY] == sequence;
    }

    int size(int sequence) {
        return sizes[sequence % CAPACITY];
    }

    long sentAt(int sequence) {
        return sentAt[sequence % CAPACITY];
    }

    /** What was reported once counts no more. */
    void forget(int sequence) {
        sequences[sequence % CAPACITY] = FORGOTTEN;
    }
}
