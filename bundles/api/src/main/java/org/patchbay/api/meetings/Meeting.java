package org.patchbay.api.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting.
 *
 * @param code the 128 random bits of the guest link
 * @param host the person who started it
 * @param video the bandwidth profile of cameras
 * @param sharing the bandwidth profile of shared screens
 * @param pin what guests have to know besides the link; only for the eyes of the host
 */
public record Meeting(
        String id,
        String title,
        String code,
        String host,
        String video,
        String sharing,
        Optional<String> pin,
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
