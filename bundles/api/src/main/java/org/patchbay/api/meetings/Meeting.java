package org.patchbay.api.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting.
 *
 * @param code the 128 random bits of the guest link
 * @param host the person who started it
 */
public record Meeting(
        String id,
        String title,
        String code,
        String host,
        State state,
        Instant started,
        Optional<Instant> ended,
        List<Participant> participants) {

    /** Whether it goes on. */
    public enum State {
        OPEN,
        ENDED
    }
}
