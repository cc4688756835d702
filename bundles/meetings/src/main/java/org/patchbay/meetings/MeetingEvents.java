package org.patchbay.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of meetings; the subject of each is the meeting's id. */
@Component
public final class MeetingEvents implements EventTypes {

    /** A person opened a meeting. */
    public static final String STARTED = "meeting.started";

    /** A meeting is over. */
    public static final String ENDED = "meeting.ended";

    /** Somebody came in. */
    public static final String JOINED = "meeting.participant.joined";

    /** Somebody left. */
    public static final String LEFT = "meeting.participant.left";

    /** Somebody was muted or unmuted. */
    public static final String MUTED = "meeting.participant.muted";

    /** The host removed somebody. */
    public static final String REMOVED = "meeting.participant.removed";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(STARTED, "A person started a meeting.", MeetingStarted.class),
                EventType.durable(ENDED, "A meeting is over.", MeetingEnded.class),
                EventType.durable(JOINED, "Somebody joined a meeting.", ParticipantJoined.class),
                EventType.durable(LEFT, "Somebody left a meeting.", ParticipantLeft.class),
                EventType.durable(REMOVED, "The host removed somebody from a meeting.", ParticipantRemoved.class),
                EventType.passing(MUTED, "Somebody in a meeting was muted or unmuted.", ParticipantMuted.class));
    }

    /** Data of {@link #STARTED}; a title is what the host wrote, and may name people. */
    public record MeetingStarted(
            String meeting, @Personal(of = "host") String title, String host, @Personal(of = "host") String hostName) {}

    /** Data of {@link #ENDED}; others is how many more were there than the attendances name. */
    public record MeetingEnded(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            @Personal(of = "host") String hostName,
            Instant started,
            Instant ended,
            long seconds,
            List<Attendance> attendances,
            int others) {}

    /** Somebody's stays in an ended meeting: from the first joining to the last leaving, and the seconds in all. */
    public record Attendance(
            @Personal(of = "person") String name,
            Optional<String> person,
            @Personal(of = "person") Optional<String> email,
            Instant joined,
            Instant left,
            long seconds,
            int stays) {}

    /** Data of {@link #JOINED}. */
    public record ParticipantJoined(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String participant,
            @Personal(of = "person") String name,
            boolean guest,
            Optional<String> person,
            @Personal(of = "person") Optional<String> email) {}

    /** Data of {@link #LEFT}; the reason is left, removed, ended or lost. */
    public record ParticipantLeft(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            String reason,
            long seconds) {}

    /** Data of {@link #REMOVED}. */
    public record ParticipantRemoved(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name) {}

    /** Data of {@link #MUTED}. */
    public record ParticipantMuted(String meeting, String participant, boolean audio, boolean video) {}
}
