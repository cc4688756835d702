package org.patchbay.jvb.bridge;

import java.time.Duration;

/**
 * How long a bridge waits for its videobridge.
 *
 * @param request for the answer to a request of a conference
 * @param check between two looks at its health
 * @param checkAnswer for the answer to such a look; it is down after two without
 * @param relays between two looks at whether it is linked with others as it should be
 */
public record Timing(Duration request, Duration check, Duration checkAnswer, Duration relays) {

    private static final Duration BETWEEN_LOOKS_AT_RELAYS = Duration.ofSeconds(5);

    /** The same with the usual patience for relays. */
    public Timing(Duration request, Duration check, Duration checkAnswer) {
        this(request, check, checkAnswer, BETWEEN_LOOKS_AT_RELAYS);
    }
}
