package org.patchbay.api.recordings;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that plays and downloads a recording without signing in. Immutable.
 *
 * @param token the 128 random bits of the link, known only when it has just been made
 */
public record RecordingLink(Instant created, Instant expires, Optional<String> token) {}
