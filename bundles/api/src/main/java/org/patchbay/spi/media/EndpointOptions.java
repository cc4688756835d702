package org.patchbay.spi.media;

/**
 * How many receive mids the endpoint's offer has, for the pool never changes, and how much it may send: the bridge holds it
 * to that, whatever the client does. Immutable.
 */
public record EndpointOptions(int audioMids, int videoMids, UploadLimits upload) {

    /** The most mids of one kind. */
    public static final int MAX_MIDS = 32;

    public EndpointOptions {
        Check.that(audioMids >= 0 && audioMids <= MAX_MIDS, "/audioMids", "must be in 0 to " + MAX_MIDS);
        Check.that(videoMids >= 0 && videoMids <= MAX_MIDS, "/videoMids", "must be in 0 to " + MAX_MIDS);
    }

    /** A pool for one that may send what it likes. */
    public EndpointOptions(int audioMids, int videoMids) {
        this(audioMids, videoMids, UploadLimits.none());
    }

    /** The same pool with these limits. */
    public EndpointOptions within(UploadLimits limits) {
        return new EndpointOptions(audioMids, videoMids, limits);
    }

    /** A pool for meetings: six voices and twelve pictures at a time. */
    public static EndpointOptions standard() {
        return new EndpointOptions(6, 12);
    }
}
