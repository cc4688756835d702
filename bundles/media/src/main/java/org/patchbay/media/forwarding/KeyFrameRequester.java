package org.patchbay.media.forwarding;

/**
 * Decides when to ask a sender for a key frame: at once, but not more often than every {@link #LEAST_INTERVAL_NANOS}, and
 * again until one comes. Not thread-safe.
 */
final class KeyFrameRequester {

    static final long LEAST_INTERVAL_NANOS = 300_000_000;
    static final long PATIENCE_NANOS = 5_000_000_000L;

    private boolean wanted;
    private boolean askedBefore;
    private long askedAt;
    private long wantedAt;

    /** Somebody needs a key frame. */
    void want(long now) {
        if (!wanted) {
            wanted = true;
            wantedAt = now;
        }
    }

    /** Whether to ask now; counts as asked. Gives up after {@link #PATIENCE_NANOS}, as with a camera that is off. */
    boolean due(long now) {
        if (!wanted || (askedBefore && now - askedAt < LEAST_INTERVAL_NANOS)) {
            return false;
        }
        if (now - wantedAt > PATIENCE_NANOS) {
            wanted = false;
            return false;
        }
        askedBefore = true;
        askedAt = now;
        return true;
    }

    void onKeyFrame() {
        wanted = false;
    }
}
