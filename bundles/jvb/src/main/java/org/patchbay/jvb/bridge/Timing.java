package org.patchbay.jvb.bridge;

import java.time.Duration;

/**
 * How long a bridge waits for its videobridge.
 *
 * @param request for the answer to a request of a conference
 * @param check between two looks at its health
 * @param checkAnswer for the answer to such a look; it is down after two without
 */
public record Timing(Duration request, Duration check, Duration checkAnswer) {}
