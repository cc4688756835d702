package org.patchbay.api.meetings;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody in a meeting now.
 *
 * @param id for this stay
 * @param person empty for a guest
 * @param picture the hash of the person's, under which it is served
 * @param phone whether it is one who called
 */
public record Participant(
        String id,
        String name,
        Optional<String> person,
        Optional<String> picture,
        boolean host,
        boolean audioMuted,
        boolean videoMuted,
        Instant joined,
        boolean phone) {}
