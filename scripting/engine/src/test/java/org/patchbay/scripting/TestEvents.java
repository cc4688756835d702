package org.patchbay.scripting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** Events as the slice of meetings publishes them. */
public final class TestEvents implements EventTypes {

    static final String JOINED = "meeting.participant.joined";
    static final String ENDED = "meeting.ended";
    static final String WAITING = "meeting.participant.waiting";
    static final String CHAT = "meeting.chat.posted";
    static final String ASKED = "call.asked";
    static final String MUTED = "meeting.participant.muted";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable("meeting.started", "A person started a meeting.", Started.class),
                EventType.durable("portal.deleted", "A portal was deleted.", Gone.class),
                EventType.durable(ENDED, "A meeting is over.", Ended.class),
                EventType.durable(JOINED, "Somebody joined a meeting.", Joined.class),
                EventType.durable(WAITING, "Somebody waits.", Waiting.class),
                EventType.passing(ASKED, "Scripts are asked what becomes of a call.", Asked.class),
                EventType.passing(CHAT, "Somebody wrote something.", Posted.class),
                EventType.passing(MUTED, "Somebody was muted.", Joined.class));
    }

    /** Somebody joined. */
    public record Joined(
            String meeting,
            String title,
            String participant,
            String name,
            boolean guest,
            Optional<String> person,
            Optional<String> email) {

        static Joined named(String name) {
            return in("Weekly", name);
        }

        static Joined in(String title, String name) {
            return new Joined("m", title, "p", name, true, Optional.empty(), Optional.of(name + "@example.com"));
        }
    }

    /** Somebody waits. */
    public record Waiting(String meeting, String participant, String name) {}

    /** Somebody in a call. */
    public record Someone(Optional<String> person, String number, String name) {}

    /** Scripts are asked. */
    public record Asked(
            String call, String direction, String state, Someone caller, String called, Optional<String> detail) {

        static Asked from(String direction, String number) {
            var caller = new Someone(Optional.empty(), number, "");
            return new Asked(number, direction, "DECIDING", caller, "100", Optional.empty());
        }
    }

    /** Somebody wrote something. */
    public record Posted(String meeting, Optional<String> participant, String text) {}

    /** A portal was deleted. */
    public record Gone(PortalId id) {}

    /** A meeting was started. */
    public record Started(String meeting, String title, String host, String hostName) {}

    /** A meeting is over. */
    public record Ended(
            String meeting,
            String title,
            String host,
            String hostName,
            Instant started,
            Instant ended,
            long seconds,
            List<Attendance> attendances) {}

    /** Who was there. */
    public record Attendance(
            String name, Optional<String> person, Optional<String> email, Instant joined, Instant left) {}
}
