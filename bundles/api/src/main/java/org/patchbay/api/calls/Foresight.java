package org.patchbay.api.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would happen if somebody called. Immutable.
 *
 * @param path the decisions up to where the call ends when nobody answers
 * @param rings the numbers and groups that would ring, in order
 * @param result how the call's record would say that it ended
 * @param application what takes the call in the end, such as {@code voicemail}; empty for none
 */
public record Foresight(List<Decision> path, List<String> rings, CallResult result, Optional<String> application) {

    public Foresight {
        path = List.copyOf(path);
        rings = List.copyOf(rings);
    }

    /**
     * A call that is thought of.
     *
     * @param from the extension that calls, or a number outside
     * @param trunk by which somebody outside calls
     * @param at when; empty for now
     */
    public record Question(String from, Optional<String> trunk, String to, Optional<Instant> at) {}
}
