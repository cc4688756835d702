package org.patchbay.meetings.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.Participant;

/** A meeting with the link that guests open. */
public record MeetingJson(
        String id,
        String title,
        URI link,
        String host,
        Meeting.State state,
        Instant started,
        Optional<Instant> ended,
        List<Participant> participants) {

    static MeetingJson of(Meeting meeting, URI link) {
        return new MeetingJson(
                meeting.id(),
                meeting.title(),
                link,
                meeting.host(),
                meeting.state(),
                meeting.started(),
                meeting.ended(),
                meeting.participants());
    }
}
