package org.patchbay.api.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A meeting planned ahead, single or a series. Its times are local times of its zone, whatever becomes of the zone's rules.
 * Immutable.
 *
 * @param organizer who planned it, and hosts it whoever comes first
 * @param zone an IANA time zone
 * @param minutes how long it is
 * @param changes the occurrences that differ from the series
 * @param reminder minutes before each occurrence at which a mail reminds; 0 for none
 * @param groups that were invited, by name
 * @param code the 128 random bits of its link, which stays the same for good
 * @param sequence grows with each change that the invited have to know of (RFC 5545, SEQUENCE)
 * @param version grows with each change; the ETag of the resource
 */
public record PlannedMeeting(
        String id,
        PortalId portal,
        PersonId organizer,
        String organizerName,
        String title,
        Optional<String> agenda,
        String zone,
        LocalDateTime start,
        int minutes,
        Optional<Recurrence> recurrence,
        List<OccurrenceChange> changes,
        RoomOptions room,
        int reminder,
        List<String> groups,
        List<Invitee> invitees,
        String code,
        State state,
        int sequence,
        Instant created,
        long version) {

    public PlannedMeeting {
        changes = List.copyOf(changes);
        groups = List.copyOf(groups);
        invitees = List.copyOf(invitees);
    }

    /** Whether it takes place. */
    public enum State {
        PLANNED,
        CANCELLED
    }
}
