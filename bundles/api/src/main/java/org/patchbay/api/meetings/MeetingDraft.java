package org.patchbay.api.meetings;

import java.util.Optional;

/**
 * What can be chosen of a new meeting. Immutable.
 *
 * @param video the bandwidth profile of cameras; the portal's default if empty
 * @param sharing the bandwidth profile of shared screens; the portal's default if empty
 * @param pin 4 to 10 digits that guests have to know besides the link
 */
public record MeetingDraft(String title, Optional<String> video, Optional<String> sharing, Optional<String> pin) {

    /** A meeting as the portal's defaults have it. */
    public static MeetingDraft titled(String title) {
        return new MeetingDraft(title, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
