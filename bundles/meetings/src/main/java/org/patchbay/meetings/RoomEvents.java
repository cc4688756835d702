package org.patchbay.meetings;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of what people do in a room; the subject of each is the meeting's id. */
@Component
public final class RoomEvents implements EventTypes {

    /** Somebody waits to be let in. */
    public static final String WAITING = "meeting.participant.waiting";

    /** A host let somebody in. */
    public static final String ADMITTED = "meeting.participant.admitted";

    /** A host sent somebody away who waited. */
    public static final String REFUSED = "meeting.participant.refused";

    /** Somebody stopped waiting. */
    public static final String GAVE_UP = "meeting.participant.gave-up";

    /** Somebody has another name. */
    public static final String RENAMED = "meeting.participant.renamed";

    /** Somebody became a host. */
    public static final String HOST_ADDED = "meeting.host.added";

    /** Somebody is host no longer. */
    public static final String HOST_REMOVED = "meeting.host.removed";

    /** A host locked the meeting. */
    public static final String LOCKED = "meeting.locked";

    /** A host unlocked the meeting. */
    public static final String UNLOCKED = "meeting.unlocked";

    /** A host changed who waits and who may share. */
    public static final String RULES = "meeting.rules-changed";

    /** Somebody shares a screen. */
    public static final String SCREEN_SHARED = "meeting.screen.shared";

    /** Somebody shares no longer. */
    public static final String SCREEN_STOPPED = "meeting.screen.stopped";

    /** Somebody was allowed to share a screen. */
    public static final String SCREEN_ALLOWED = "meeting.screen.allowed";

    /** Somebody is allowed to share no longer. */
    public static final String SCREEN_FORBIDDEN = "meeting.screen.forbidden";

    /** Somebody wrote something. */
    public static final String CHAT = "meeting.chat.posted";

    /** Somebody showed a sign. */
    public static final String REACTION = "meeting.reaction";

    /** Somebody raised a hand. */
    public static final String HAND_RAISED = "meeting.hand.raised";

    /** A hand was lowered. */
    public static final String HAND_LOWERED = "meeting.hand.lowered";

    /** A host asks everybody something. */
    public static final String POLL_OPENED = "meeting.poll.opened";

    /** Somebody answered. */
    public static final String POLL_ANSWERED = "meeting.poll.answered";

    /** A poll ended. */
    public static final String POLL_CLOSED = "meeting.poll.closed";

    /** A host opened breakout rooms. */
    public static final String BREAKOUTS_OPENED = "meeting.breakouts.opened";

    /** Somebody went to another room of the meeting. */
    public static final String BREAKOUT_ENTERED = "meeting.breakout.entered";

    /** Everybody was called back. */
    public static final String BREAKOUTS_CLOSED = "meeting.breakouts.closed";

    /** Somebody examined their ways to the media servers. */
    public static final String CHECKED = "meeting.connection.checked";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(CHECKED, "Somebody's ways to the media servers were examined.", Checked.class),
                EventType.durable(WAITING, "Somebody waits to be let into a meeting.", Step.class),
                EventType.durable(ADMITTED, "Somebody who waited was let into a meeting.", Step.class),
                EventType.durable(REFUSED, "Somebody who waited was not let into a meeting.", Step.class),
                EventType.durable(GAVE_UP, "Somebody stopped waiting before a meeting.", Step.class),
                EventType.durable(RENAMED, "Somebody in a meeting has another name.", Renamed.class),
                EventType.durable(HOST_ADDED, "Somebody became a host of a meeting.", Step.class),
                EventType.durable(HOST_REMOVED, "Somebody is host of a meeting no longer.", Step.class),
                EventType.durable(LOCKED, "A meeting was locked.", Ruled.class),
                EventType.durable(UNLOCKED, "A meeting was unlocked.", Ruled.class),
                EventType.durable(RULES, "It was changed who waits and who may share in a meeting.", Ruled.class),
                EventType.durable(SCREEN_SHARED, "Somebody shares a screen in a meeting.", Step.class),
                EventType.durable(SCREEN_STOPPED, "Somebody shares no screen any more in a meeting.", Step.class),
                EventType.durable(SCREEN_ALLOWED, "Somebody was allowed to share a screen.", Step.class),
                EventType.durable(SCREEN_FORBIDDEN, "Somebody is allowed to share a screen no longer.", Step.class),
                EventType.durable(POLL_OPENED, "A meeting is asked something.", Asked.class),
                EventType.durable(POLL_CLOSED, "A poll in a meeting ended.", Asked.class),
                EventType.durable(BREAKOUTS_OPENED, "A meeting has breakout rooms.", Halls.class),
                EventType.durable(BREAKOUTS_CLOSED, "Everybody was called back from breakout rooms.", Halls.class),
                EventType.passing(BREAKOUT_ENTERED, "Somebody went to another room of a meeting.", Moved.class),
                EventType.passing(POLL_ANSWERED, "Somebody answered a poll in a meeting.", Asked.class),
                EventType.passing(CHAT, "Somebody wrote something in a meeting.", ChatPosted.class),
                EventType.passing(REACTION, "Somebody showed a sign in a meeting.", Reacted.class),
                EventType.passing(HAND_RAISED, "Somebody raised a hand in a meeting.", Step.class),
                EventType.passing(HAND_LOWERED, "A hand was lowered in a meeting.", Step.class));
    }

    /** Something somebody did, or that was done to them; by is the participant who did it, empty for a script. */
    public record Step(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            Optional<String> by) {}

    /** Data of {@link #RENAMED}. */
    public record Renamed(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            @Personal(of = "person") String before,
            Optional<String> by) {}

    /** The rules of the room as they are now. */
    public record Ruled(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            boolean locked,
            Lobby lobby,
            ScreenSharing screens,
            Optional<String> by) {}

    /** Which ways to the media servers work from a network; empty for one that is not set up. */
    public record Checked(
            String meeting,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            String network,
            boolean udp,
            Optional<Boolean> turnUdp,
            Optional<Boolean> turnTcp,
            Optional<Boolean> turnTls) {}

    /** A poll as it stands; votes are as many as options. */
    public record Asked(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String poll,
            @Personal(of = "host") String question,
            List<String> options,
            List<Integer> votes) {}

    /** The breakout rooms by their names. */
    public record Halls(String meeting, @Personal(of = "host") String title, String host, List<String> rooms) {}

    /** Data of {@link #BREAKOUT_ENTERED}; an empty room is the main one. */
    public record Moved(
            String meeting,
            String participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            String room) {}

    /** Data of {@link #CHAT}; without a participant it was a script. */
    public record ChatPosted(
            String meeting,
            @Personal(of = "host") String title,
            String host,
            String message,
            Optional<String> participant,
            Optional<String> person,
            @Personal(of = "person") String name,
            @Personal(of = "person") String text,
            Optional<String> file) {}

    /** Data of {@link #REACTION}. */
    public record Reacted(String meeting, String participant, String reaction) {}
}
