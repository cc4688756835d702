package org.patchbay.meetings.room;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.meetings.Json;

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

    /** Who speaks. */
    record Speaker(Optional<String> participant) {}
}
