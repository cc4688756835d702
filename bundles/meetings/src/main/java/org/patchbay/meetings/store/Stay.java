package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's stay in a meeting.
 *
 * @param id the participant's id in the meeting
 * @param left empty while the stay lasts
 */
public record Stay(
        String id,
        String meeting,
        String name,
        Optional<String> person,
        Optional<String> email,
        Instant joined,
        Optional<Instant> left) {}
