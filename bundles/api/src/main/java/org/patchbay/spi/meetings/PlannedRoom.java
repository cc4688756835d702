package org.patchbay.spi.meetings;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.meetings.MeetingDraft;

/**
 * A room that is opened when its time has come. Immutable.
 *
 * @param id of the plan
 * @param draft what the room will be; its title is the plan's
 * @param host who hosts it, whoever comes first
 * @param hostName what the host is called
 * @param cancelled whether it will not take place
 * @param next when it is open now or the next time; empty once it is over for good
 */
public record PlannedRoom(
        String id, MeetingDraft draft, PersonId host, String hostName, boolean cancelled, Optional<Window> next) {

    /**
     * When the room is open for everybody.
     *
     * @param opens a while before it starts
     * @param starts when it starts
     * @param closes a while after it ends; whoever comes later does not open it any more
     */
    public record Window(Instant opens, Instant starts, Instant closes) {}
}
