package org.patchbay.api.meetings;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in a meeting now.
 *
 * @param id for this stay
 * @param person empty for a guest
 */
public record Participant(
        String id,
        String name,
        Optional<String> person,
        boolean host,
        boolean audioMuted,
        boolean videoMuted,
        Instant joined) {}
