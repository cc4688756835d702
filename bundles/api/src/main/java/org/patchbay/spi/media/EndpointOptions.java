package org.patchbay.spi.media;

/** How many receive mids the endpoint's offer has; the pool never changes. Immutable. */
public record EndpointOptions(int audioMids, int videoMids) {

    /** The most mids of one kind. */
    public static final int MAX_MIDS = 32;

    public EndpointOptions {
        Check.that(audioMids >= 0 && audioMids <= MAX_MIDS, "/audioMids", "must be in 0 to " + MAX_MIDS);
        Check.that(videoMids >= 0 && videoMids <= MAX_MIDS, "/videoMids", "must be in 0 to " + MAX_MIDS);
    }

    /** A pool for meetings: six voices and twelve pictures at a time. */
    public static EndpointOptions standard() {
        return new EndpointOptions(6, 12);
    }
}
