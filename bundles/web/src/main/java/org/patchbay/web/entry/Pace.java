package org.patchbay.web.entry;

import java.time.Duration;

/**
 * How fast a body must come.
 *
 * @param patience as long as the pace does not matter
 */
record Pace(Duration patience, long bytesPerSecond) {

    /** Whether it takes too long; only the time counts in which the server had nothing to do but wait. */
    boolean isTooSlow(long bytes, long waitedNanos) {
        return waitedNanos > patience.toNanos() && bytes < bytesPerSecond * (waitedNanos / 1e9);
    }
}
