package org.patchbay.api.scheduling;

import java.time.LocalDateTime;
import java.util.Optional;
import org.patchbay.api.PutBack;

/**
 * What can be chosen of a planned meeting. Immutable.
 *
 * @param zone an IANA time zone; empty for the portal's
 * @param start in that zone
 * @param minutes how long it is, 5 to 1440
 * @param recurrence empty for a single meeting
 * @param room empty for one as the portal has it
 * @param reminder minutes before each occurrence at which a mail reminds: 0 for none, 5, 15, 60 or 1440; empty for 15
 * @param invite empty for nobody, and in a change for those who are invited already
 */
@PutBack(PlannedMeeting.class)
public record PlannedMeetingDraft(
        String title,
        Optional<String> agenda,
        Optional<String> zone,
        LocalDateTime start,
        int minutes,
        Optional<Recurrence> recurrence,
        Optional<RoomOptions> room,
        Optional<Integer> reminder,
        Optional<InviteList> invite) {}
