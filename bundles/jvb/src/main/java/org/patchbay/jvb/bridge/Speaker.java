package org.patchbay.jvb.bridge;

import java.util.Optional;
import org.patchbay.spi.media.EndpointId;

/** Who speaks in a conference. Thread-safe. */
final class Speaker {

    private Optional<EndpointId> now = Optional.empty();

    /** Answers whether it was another one before. */
    synchronized boolean becomes(EndpointId endpoint) {
        boolean other = !now.equals(Optional.of(endpoint));
        now = Optional.of(endpoint);
        return other;
    }

    synchronized void isGone(EndpointId endpoint) {
        now = now.filter(speaks -> !speaks.equals(endpoint));
    }
}
