package org.patchbay.spi.media;

import org.osgi.annotation.versioning.ProviderType;

/** Joins conferences of other media servers as somebody who listens and sends nothing. Thread-safe. */
@ProviderType
public interface MediaClients {

    /**
     * A client that is not connected yet.
     *
     * @param tap hears what comes, and {@code conferenceGone} only if this service ends
     * @param events hears {@code endpointConnected} and {@code endpointGone} of its connections, and nothing else of use
     */
    MediaClient listen(MediaTap tap, BridgeEvents events);
}
