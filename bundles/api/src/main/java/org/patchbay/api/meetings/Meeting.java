package org.patchbay.api.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * A meeting.
 *
 * @param code the 128 random bits of the guest link
 * @param host the person who started it
 * @param video the bandwidth profile of cameras
 * @param sharing the bandwidth profile of shared screens
 * @param lobby who waits until a host lets them in
 * @param screens who may share a screen without being asked to
 * @param pin what guests have to know besides the link; only for the eyes of the host
 */
public record Meeting(
        String id,
        String title,
        String code,
        String host,
        String video,
        String sharing,
        Lobby lobby,
        ScreenSharing screens,
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
