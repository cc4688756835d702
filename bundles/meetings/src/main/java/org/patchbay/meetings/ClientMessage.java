package org.patchbay.meetings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.api.Problem;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;

/** What a browser in the room says: an object with one of these fields. */
record ClientMessage(
        Optional<Answer> answer,
        Optional<List<RoomCommand.SentTrack>> sources,
        Optional<Mute> mute,
        Optional<Constraints> constraints,
        Optional<MuteParticipant> muteParticipant,
        Optional<RemoveParticipant> removeParticipant,
        Optional<RoomAction> act) {

    private static final int TRACK_LIMIT = 4;
    private static final int VISIBLE_LIMIT = 100;
    private static final int HEIGHT_LIMIT = 4320;

    @JsonCreator
    static ClientMessage of(
            @JsonProperty("answer") Optional<Answer> answer,
            @JsonProperty("sources") Optional<List<RoomCommand.SentTrack>> sources,
            @JsonProperty("mute") Optional<Mute> mute,
            @JsonProperty("constraints") Optional<Constraints> constraints,
            @JsonProperty("muteParticipant") Optional<MuteParticipant> muteParticipant,
            @JsonProperty("removeParticipant") Optional<RemoveParticipant> removeParticipant,
            @JsonProperty("act") Optional<RoomAction> act) {
        return new ClientMessage(answer, sources, mute, constraints, muteParticipant, removeParticipant, act);
    }

    /** Refuses what is out of bounds. */
    void check() {
        long said = Stream.of(answer, sources, mute, constraints, muteParticipant, removeParticipant, act)
                .filter(Optional::isPresent)
                .count();
        if (said != 1) {
            throw Problem.INVALID.because("message.unknown", "A message has one known field");
        }
        if (sources.filter(tracks -> tracks.size() > TRACK_LIMIT).isPresent()) {
            throw Problem.INVALID.at("/sources", "too-many", "has more than " + TRACK_LIMIT + " tracks");
        }
        act.ifPresent(RoomAction::check);
        constraints.ifPresent(see -> {
            if (see.visible().size() > VISIBLE_LIMIT) {
                throw Problem.INVALID.at("/constraints/visible", "too-many", "has more than " + VISIBLE_LIMIT);
            }
            if (see.maxHeight() < 0 || see.maxHeight() > HEIGHT_LIMIT) {
                throw Problem.INVALID.at("/constraints/maxHeight", "range", "must be 0 to " + HEIGHT_LIMIT);
            }
        });
    }

    /** The answer to the offer. */
    record Answer(String sdp) {}

    /** The own microphone and camera. */
    record Mute(boolean audio, boolean video) {}

    /** Whom this browser shows. */
    record Constraints(List<String> visible, int maxHeight) {}

    /** The host mutes somebody. */
    record MuteParticipant(String participant, boolean audio, boolean video) {}

    /** The host removes somebody. */
    record RemoveParticipant(String participant) {}
}
