package org.patchbay.meetings.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * A meeting with the link that guests open.
 *
 * @param lobby who waits until a host lets them in
 * @param screens who may share a screen without being asked to
 * @param locked whether guests need a PIN
 * @param pin the PIN, told to the host alone
 * @param dialIn how it is reached by telephone; in lists it is left out
 */
public record MeetingJson(
        String id,
        String title,
        URI link,
        String host,
        String video,
        String sharing,
        Lobby lobby,
        ScreenSharing screens,
        boolean locked,
        Optional<String> pin,
        Meeting.State state,
        Instant started,
        Optional<Instant> ended,
        List<Participant> participants,
        Optional<DialIn> dialIn) {

    static MeetingJson of(Meeting meeting, URI link, Caller caller, Optional<DialIn> dialIn) {
        boolean host = caller.personId()
                .filter(person -> person.value().equals(meeting.host()))
                .isPresent();
        return new MeetingJson(
                meeting.id(),
                meeting.title(),
                link,
                meeting.host(),
                meeting.video(),
                meeting.sharing(),
                meeting.lobby(),
                meeting.screens(),
                meeting.pin().isPresent(),
                meeting.pin().filter(pin -> host),
                meeting.state(),
                meeting.started(),
                meeting.ended(),
                meeting.participants(),
                dialIn);
    }
}
