package org.patchbay.meetings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.api.Problem;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.store.Quality;

/** What a browser in the room says: an object with one of these fields. */
record ClientMessage(
        Optional<Answer> answer,
        Optional<List<RoomCommand.SentTrack>> sources,
        Optional<Mute> mute,
        Optional<Constraints> constraints,
        Optional<MuteParticipant> muteParticipant,
        Optional<RemoveParticipant> removeParticipant,
        Optional<RoomAction> act,
        Optional<Quality.Sample> quality) {

    private static final int TRACK_LIMIT = 4;
    private static final int LAYER_LIMIT = 3;
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
            @JsonProperty("act") Optional<RoomAction> act,
            @JsonProperty("quality") Optional<Quality.Sample> quality) {
        return new ClientMessage(answer, sources, mute, constraints, muteParticipant, removeParticipant, act, quality);
    }

    /** Refuses what is out of bounds. */
    void check() {
        long said = Stream.of(answer, sources, mute, constraints, muteParticipant, removeParticipant, act, quality)
                .filter(Optional::isPresent)
                .count();
        if (said != 1) {
            throw Problem.INVALID.because("message.unknown", "A message has one known field");
        }
        if (sources.filter(tracks -> tracks.size() > TRACK_LIMIT).isPresent()) {
            throw Problem.INVALID.at("/sources", "too-many", "has more than " + TRACK_LIMIT + " tracks");
        }
        act.ifPresent(RoomAction::check);
        boolean tooDeep = sources.orElse(List.of()).stream()
                .anyMatch(track -> track.layers().orElse(List.of()).size() > LAYER_LIMIT);
        if (tooDeep) {
            throw Problem.INVALID.at("/sources/layers", "too-many", "has more than " + LAYER_LIMIT + " layers");
        }
        constraints.ifPresent(Constraints::check);
        quality.ifPresent(Quality.Sample::check);
    }

    /** The answer to the offer. */
    record Answer(String sdp) {}

    /** The own microphone and camera. */
    record Mute(boolean audio, boolean video) {}

    /** Whom this browser shows, what of them is on stage, and what has a height of its own. */
    record Constraints(
            List<String> visible,
            int maxHeight,
            Optional<Integer> lastN,
            Optional<List<RoomCommand.Shown>> onStage,
            Optional<List<RoomCommand.Shown>> perSource) {

        RoomCommand.See of(String participant) {
            return new RoomCommand.See(participant, visible, maxHeight, lastN, onStage, perSource);
        }

        private void check() {
            if (visible.size() > VISIBLE_LIMIT) {
                throw Problem.INVALID.at("/constraints/visible", "too-many", "has more than " + VISIBLE_LIMIT);
            }
            checkHeight("/constraints/maxHeight", maxHeight);
            check("/constraints/onStage", onStage);
            check("/constraints/perSource", perSource);
            if (lastN.filter(most -> most < 0 || most > VISIBLE_LIMIT).isPresent()) {
                throw Problem.INVALID.at("/constraints/lastN", "range", "must be 0 to " + VISIBLE_LIMIT);
            }
        }

        private static void check(String pointer, Optional<List<RoomCommand.Shown>> shown) {
            if (shown.orElse(List.of()).size() > VISIBLE_LIMIT) {
                throw Problem.INVALID.at(pointer, "too-many", "has more than " + VISIBLE_LIMIT);
            }
            shown.orElse(List.of()).forEach(one -> checkHeight(pointer + "/maxHeight", one.maxHeight()));
        }

        private static void checkHeight(String pointer, int height) {
            if (height < 0 || height > HEIGHT_LIMIT) {
                throw Problem.INVALID.at(pointer, "range", "must be 0 to " + HEIGHT_LIMIT);
            }
        }
    }

    /** The host mutes somebody. */
    record MuteParticipant(String participant, boolean audio, boolean video) {}

    /** The host removes somebody. */
    record RemoveParticipant(String participant) {}
}
