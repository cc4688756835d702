package org.patchbay.api.scripting;

import java.time.Instant;
import java.util.Optional;

/**
 * A script of a portal.
 *
 * @param source an ES module
 * @param error why it failed, in one sentence; of one that runs, why it was stopped last since it was saved
 * @param version grows with each change; the ETag of the resource
 */
public record Script(
        String id,
        String name,
        String source,
        boolean enabled,
        State state,
        Optional<String> error,
        Instant changed,
        long version) {

    /** What a script is doing. */
    public enum State {
        RUNNING,
        STARTING,
        /** Stopped by a person. */
        OFF,
        /** Stopped because it broke or went over its budget. */
        FAILED
    }
}
