package org.patchbay.meetings.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.meetings.store.Quality;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.Mids;

/** What a room is told; crosses between nodes as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomCommand.Join.class, name = "join"),
    @JsonSubTypes.Type(value = RoomCommand.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = RoomCommand.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = RoomCommand.Send.class, name = "send"),
    @JsonSubTypes.Type(value = RoomCommand.See.class, name = "see"),
    @JsonSubTypes.Type(value = RoomCommand.Mute.class, name = "mute"),
    @JsonSubTypes.Type(value = RoomCommand.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = RoomCommand.Act.class, name = "act"),
    @JsonSubTypes.Type(value = RoomCommand.MayPost.class, name = "may-post"),
    @JsonSubTypes.Type(value = RoomCommand.MayRead.class, name = "may-read"),
    @JsonSubTypes.Type(value = RoomCommand.PostFile.class, name = "post-file"),
    @JsonSubTypes.Type(value = RoomCommand.Examined.class, name = "examined"),
    @JsonSubTypes.Type(value = RoomCommand.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = RoomCommand.End.class, name = "end"),
    @JsonSubTypes.Type(value = RoomCommand.Who.class, name = "who"),
    @JsonSubTypes.Type(value = RoomCommand.Look.class, name = "look"),
    @JsonSubTypes.Type(value = RoomCommand.Mapped.class, name = "mapped"),
    @JsonSubTypes.Type(value = RoomCommand.Speaks.class, name = "speaks"),
    @JsonSubTypes.Type(value = RoomCommand.Said.class, name = "said"),
    @JsonSubTypes.Type(value = RoomCommand.Wanted.class, name = "wanted"),
    @JsonSubTypes.Type(value = RoomCommand.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = RoomCommand.ConferenceLost.class, name = "conference-lost"),
    @JsonSubTypes.Type(value = RoomCommand.RecordingOver.class, name = "recording-over"),
    @JsonSubTypes.Type(value = RoomCommand.BridgeDown.class, name = "bridge-down"),
    @JsonSubTypes.Type(value = RoomCommand.BridgeUp.class, name = "bridge-up"),
    @JsonSubTypes.Type(value = RoomCommand.PlaceFree.class, name = "place-free"),
    @JsonSubTypes.Type(value = RoomCommand.BridgesChanged.class, name = "bridges-changed")
})
public sealed interface RoomCommand {

    /**
     * Somebody comes in; the participant's id is eight hexadecimal digits, chosen by the joining node. A guest, who has no
     * person, has the id of their visit instead. One who calls by telephone is a guest. The region is where media servers say that
     * the participant's network is.
     */
    record Join(
            String participant,
            String name,
            Optional<String> person,
            Optional<String> picture,
            Optional<String> email,
            Optional<String> guest,
            boolean phone,
            Optional<String> region)
            implements RoomCommand {

        /** Somebody with a browser. */
        public Join(
                String participant,
                String name,
                Optional<String> person,
                Optional<String> picture,
                Optional<String> email,
                Optional<String> guest) {
            this(participant, name, person, picture, email, guest, false, Optional.empty());
        }

        /** A phone, which is a guest. */
        public static Join ofPhone(String participant, String name, String guest) {
            return new Join(
                    participant,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(guest),
                    true,
                    Optional.empty());
        }

        Join named(String other) {
            return new Join(participant, other, person, picture, email, guest, phone, region);
        }

        /** The same from where media servers of that region are near. */
        public Join near(Optional<String> other) {
            return new Join(participant, name, person, picture, email, guest, phone, other);
        }

        /** Who takes the seat, a person or a guest. */
        String holder() {
            return person.or(() -> guest).orElse(participant);
        }
    }

    /** Somebody goes, or their connection was lost. */
    record Leave(String participant) implements RoomCommand {}

    /** The browser's answer to the offer. */
    record Answer(String participant, String sdp) implements RoomCommand {}

    /** What the browser sends from now on. */
    record Send(String participant, List<SentTrack> tracks) implements RoomCommand {}

    /**
     * Whom the browser shows, and how large at most, in pixels of height. What is on stage comes first and is large; a
     * source may be named with a height of its own. Pictures of anybody else are not sent.
     */
    record See(
            String participant,
            List<String> visible,
            int maxHeight,
            Optional<Integer> lastN,
            Optional<List<Shown>> onStage,
            Optional<List<Shown>> perSource)
            implements RoomCommand {}

    /** A picture that the browser shows, camera or screen. */
    record Shown(String participant, String source, int maxHeight) {}

    /** Mutes or lets go; by the participant, or by the host. */
    record Mute(String participant, boolean audio, boolean video, boolean byHost) implements RoomCommand {}

    /** The host removes somebody. */
    record Remove(String participant) implements RoomCommand {}

    /** Somebody in the room, or a script, does something. */
    record Act(Actor actor, RoomAction action) implements RoomCommand {}

    /** Asks whether somebody who is who the holder says may put a file into the chat now. */
    record MayPost(String participant, String holder) implements RoomCommand {}

    /** Asks whether somebody may read a file: it is in the chat of the hall where they are. */
    record MayRead(String holder, String file) implements RoomCommand {}

    /** A file for the chat, from a participant who is who the holder says. */
    record PostFile(String participant, String holder, ChatLine.Attachment file) implements RoomCommand {}

    /** Which ways to the media servers work for a participant, and in what network they are. */
    record Examined(String participant, String network, RoomAction.Checked ways) implements RoomCommand {}

    /** How a participant's connection is, as their browser says. */
    record Measured(String participant, Quality.Sample sample) implements RoomCommand {}

    /** The meeting is over. */
    record End() implements RoomCommand {}

    /** Asks who is in; changes nothing. */
    record Who() implements RoomCommand {}

    /** The caretaker looks in: ends the room if nobody has been in it for too long. */
    record Look() implements RoomCommand {}

    /** What the bridge says of somebody in a conference; it may come when they have left, or gone to another one. */
    sealed interface Heard extends RoomCommand {

        String conference();

        String participant();
    }

    /** The bridge says which source is on which mid of a receiver. */
    record Mapped(String conference, String participant, Map<String, String> sources) implements Heard {}

    /** The bridge says who speaks. */
    record Speaks(String conference, String participant) implements Heard {}

    /** A captioner says what somebody said. */
    record Said(String participant, String text, boolean finished) implements RoomCommand {}

    /** The bridge says how large anybody wants a picture of the participant; 0 when nobody sees it. */
    record Wanted(String conference, String participant, String source, int maxHeight) implements Heard {}

    /** The bridge lost a participant's media. */
    record Gone(String conference, String participant, Departure why) implements Heard {}

    /** The recorder ended the room's recording of this number by itself: the storage was full, for instance. */
    record RecordingOver(int number, String why) implements RoomCommand {}

    /** The bridge lost the conference. */
    record ConferenceLost(String conference) implements RoomCommand {}

    /** Bridges have come or gone: what is on one that is no longer here goes on elsewhere. */
    record BridgesChanged() implements RoomCommand {}

    /** A bridge no longer works: what is on it goes on elsewhere. */
    record BridgeDown(String bridge) implements RoomCommand {}

    /** A bridge works now: whoever has no media gets them. */
    record BridgeUp(String bridge) implements RoomCommand {}

    /** A bridge may take somebody again: who waits for a place there is offered one. */
    record PlaceFree(String bridge) implements RoomCommand {}

    /**
     * A track on one of the sending mids; the kind is audio, camera or screen, as the offer said of the mid. One that is sent
     * in several layers has all of them in {@code layers}, smallest first.
     */
    record SentTrack(String mid, String kind, long ssrc, Optional<Long> rtxSsrc, Optional<List<SentLayer>> layers) {

        /** A microphone, on the line for it. */
        public static SentTrack microphone(long ssrc) {
            return new SentTrack(Mids.MICROPHONE, "audio", ssrc, Optional.empty());
        }

        /** A track in one layer. */
        SentTrack(String mid, String kind, long ssrc, Optional<Long> rtxSsrc) {
            this(mid, kind, ssrc, rtxSsrc, Optional.empty());
        }
    }

    /** One layer of a camera's simulcast. */
    record SentLayer(long ssrc, long rtxSsrc) {}
}
