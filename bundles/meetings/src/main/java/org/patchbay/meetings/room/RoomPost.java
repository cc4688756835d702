package org.patchbay.meetings.room;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.Json;
import org.patchbay.meetings.store.ChatLine;

/**
 * Carries messages from the room to the node where a participant's browser is connected, in order. A message is a JSON
 * object with one field, its name. Thread-safe.
 */
public final class RoomPost {

    private final Cluster cluster;
    private final String meeting;

    public RoomPost(Cluster cluster, String meeting) {
        this.cluster = cluster;
        this.meeting = meeting;
    }

    /** Hears what is sent to one participant. */
    public Registration hear(String participant, Consumer<byte[]> listener) {
        return cluster.subscribe(topic(participant), listener);
    }

    void to(String participant, String name, Object content) {
        cluster.publish(topic(participant), Json.bytes(Map.of(name, content)));
    }

    void toAll(Collection<String> participants, String name, Object content) {
        byte[] message = Json.bytes(Map.of(name, content));
        participants.forEach(participant -> cluster.publish(topic(participant), message));
    }

    private String topic(String participant) {
        return "meeting/" + meeting + "/" + participant;
    }

    /** What is known of the meeting by who has just joined. */
    record Joined(String participant, Title meeting) {}

    /** A meeting's id and title, and how much is sent in it. */
    record Title(String id, String title, Sending sending) {}

    /** The SDP offer, and what is sent on which mid. */
    record Offer(String sdp, Map<String, String> send) {}

    /** Whose source is on a mid. */
    record Mapping(String participant, String source) {}

    /** How the host muted somebody. */
    record Muted(boolean audio, boolean video) {}

    /** How the room is, for one of those in it or before it. */
    record RoomState(
            boolean locked,
            Lobby lobby,
            ScreenSharing screens,
            List<String> hands,
            List<String> sharers,
            List<String> allowed,
            Map<String, String> halls,
            Map<String, String> places,
            List<Waiting> waiting) {}

    /** Somebody before the door; told to hosts alone. */
    record Waiting(String id, String name, boolean guest, boolean removed) {}

    /** Before which meeting somebody waits, and whether a host removed them from it. */
    record Waits(String id, String title, boolean removed) {}

    /** A line of chat; own for who wrote it, also before they lost the connection and came back. */
    record Line(
            String id,
            Instant at,
            Optional<String> participant,
            String name,
            String text,
            Optional<ChatLine.Attachment> file,
            boolean own) {

        static Line of(ChatLine line, String reader) {
            return new Line(
                    line.id(),
                    line.at(),
                    line.participant(),
                    line.name(),
                    line.text(),
                    line.file(),
                    line.holder().filter(reader::equals).isPresent());
        }
    }

    /** A poll as one participant sees it. */
    record PollView(
            String id,
            String question,
            List<String> options,
            boolean multiple,
            boolean open,
            List<Integer> votes,
            List<Integer> mine) {

        static PollView of(Poll poll, String holder) {
            return new PollView(
                    poll.id(),
                    poll.question(),
                    poll.options(),
                    poll.multiple(),
                    poll.open(),
                    poll.result(),
                    poll.choiceOf(holder));
        }
    }

    /** What somebody says, as a captioner wrote it down. */
    record Spoken(String participant, String text, boolean finished) {

        static Spoken of(RoomCommand.Said said) {
            return new Spoken(said.participant(), said.text(), said.finished());
        }
    }

    /** A sign that somebody shows. */
    record Reacted(String participant, RoomAction.Reaction reaction) {}

    /** Who speaks. */
    record Speaker(Optional<String> participant) {}
}
