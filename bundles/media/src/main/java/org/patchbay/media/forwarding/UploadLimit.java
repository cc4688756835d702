package org.patchbay.media.forwarding;

import java.util.List;

/**
 * Holds a source to what its sender may send. Who sends clearly more for two seconds is cut: only as many layers as are
 * within the limit are forwarded, none if the smallest is beyond it. Who then keeps within it for two seconds is forwarded
 * in full again. Not thread-safe.
 */
final class UploadLimit {

    /** Encoders miss their target by some, above all with key frames. */
    static final double TOLERANCE = 1.25;

    static final long PATIENCE_NANOS = 2_000_000_000;

    private enum State {
        KEPT,
        EXCEEDED
    }

    private static final long BITS_PER_KILOBIT = 1_000;

    private final long limit;
    private State state = State.KEPT;
    private long differsSince = Long.MIN_VALUE;
    private int allowed = Integer.MAX_VALUE;

    /** 0 for no limit. */
    UploadLimit(int kilobits) {
        limit = kilobits * BITS_PER_KILOBIT;
    }

    /** Looks at what is sent now; answers whether other layers are allowed than before. */
    boolean update(List<IncomingLayer> layers, long now) {
        if (limit == 0) {
            return false;
        }
        long total = 0;
        for (IncomingLayer layer : layers) {
            total += layer.bitsPerSecond(now);
        }
        boolean exceeds = total > limit * TOLERANCE;
        if (exceeds == (state == State.EXCEEDED)) {
            differsSince = Long.MIN_VALUE;
        } else if (differsSince == Long.MIN_VALUE) {
            differsSince = now;
        } else if (now - differsSince >= PATIENCE_NANOS) {
            state = exceeds ? State.EXCEEDED : State.KEPT;
            differsSince = Long.MIN_VALUE;
        }
        int before = allowed;
        allowed = state == State.KEPT ? Integer.MAX_VALUE : within(layers, now);
        return allowed != before;
    }

    private int within(List<IncomingLayer> layers, long now) {
        long left = (long) (limit * TOLERANCE);
        int count = 0;
        while (count < layers.size() && layers.get(count).bitsPerSecond(now) <= left) {
            left -= layers.get(count).bitsPerSecond(now);
            count++;
        }
        return count;
    }

    /** How many layers are forwarded, from the smallest on. */
    int allowedLayers() {
        return allowed;
    }

    /** Whether the sender is to be told once more. */
    boolean isExceeded() {
        return state == State.EXCEEDED;
    }

    /** In bits a second; 0 for none. */
    long bitsPerSecond() {
        return limit;
    }
}
