package org.patchbay.api.meetings;

import java.util.Optional;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * What can be chosen of a new meeting. Immutable.
 *
 * @param video the bandwidth profile of cameras; the portal's default if empty
 * @param sharing the bandwidth profile of shared screens; the portal's default if empty
 * @param pin 4 to 10 digits that guests have to know besides the link
 * @param lobby who waits until a host lets them in; the portal's default if empty
 * @param screens who may share a screen without being asked to; the portal's default if empty
 */
public record MeetingDraft(
        String title,
        Optional<String> video,
        Optional<String> sharing,
        Optional<String> pin,
        Optional<Lobby> lobby,
        Optional<ScreenSharing> screens) {

    /** A meeting with the portal's defaults for its room. */
    public MeetingDraft(String title, Optional<String> video, Optional<String> sharing, Optional<String> pin) {
        this(title, video, sharing, pin, Optional.empty(), Optional.empty());
    }

    /** A meeting as the portal's defaults have it. */
    public static MeetingDraft titled(String title) {
        return new MeetingDraft(title, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
