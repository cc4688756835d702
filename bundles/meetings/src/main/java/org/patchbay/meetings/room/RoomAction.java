package org.patchbay.meetings.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/** What people and scripts do in a room, apart from their media. Crosses as JSON, from browsers and between nodes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RoomAction.Share.class, name = "share"),
    @JsonSubTypes.Type(value = RoomAction.StopShare.class, name = "stop-share"),
    @JsonSubTypes.Type(value = RoomAction.AllowShare.class, name = "allow-share"),
    @JsonSubTypes.Type(value = RoomAction.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = RoomAction.React.class, name = "react"),
    @JsonSubTypes.Type(value = RoomAction.Hand.class, name = "hand"),
    @JsonSubTypes.Type(value = RoomAction.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = RoomAction.Enter.class, name = "enter"),
    @JsonSubTypes.Type(value = RoomAction.Admit.class, name = "admit"),
    @JsonSubTypes.Type(value = RoomAction.AdmitAll.class, name = "admit-all"),
    @JsonSubTypes.Type(value = RoomAction.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = RoomAction.Lock.class, name = "lock"),
    @JsonSubTypes.Type(value = RoomAction.Rules.class, name = "rules"),
    @JsonSubTypes.Type(value = RoomAction.Host.class, name = "host"),
    @JsonSubTypes.Type(value = RoomAction.MuteOne.class, name = "mute-one"),
    @JsonSubTypes.Type(value = RoomAction.MuteAll.class, name = "mute-all"),
    @JsonSubTypes.Type(value = RoomAction.RemoveOne.class, name = "remove-one"),
    @JsonSubTypes.Type(value = RoomAction.Finish.class, name = "finish"),
    @JsonSubTypes.Type(value = RoomAction.OpenPoll.class, name = "open-poll"),
    @JsonSubTypes.Type(value = RoomAction.Vote.class, name = "vote"),
    @JsonSubTypes.Type(value = RoomAction.ClosePoll.class, name = "close-poll"),
    @JsonSubTypes.Type(value = RoomAction.OpenBreakouts.class, name = "open-breakouts"),
    @JsonSubTypes.Type(value = RoomAction.Move.class, name = "move"),
    @JsonSubTypes.Type(value = RoomAction.CloseBreakouts.class, name = "close-breakouts"),
    @JsonSubTypes.Type(value = RoomAction.StartRecording.class, name = "record"),
    @JsonSubTypes.Type(value = RoomAction.StopRecording.class, name = "stop-recording"),
    @JsonSubTypes.Type(value = RoomAction.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = RoomAction.Checked.class, name = "checked")
})
public sealed interface RoomAction {

    /** The longest name of somebody in a room. */
    int NAME_LIMIT = 64;

    /** INVALID for what is out of bounds. */
    default void check() {}

    /** Is carried out; the desk refuses what the actor may not do. */
    void at(RoomDesk desk, Actor actor);

    /** Begins or ends sharing the own screen, with its sound or without. */
    record Share(boolean on, boolean sound) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.share(actor, this);
        }
    }

    /** A host stops somebody's share. */
    record StopShare(String participant) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.stopShare(actor, participant);
        }
    }

    /** A host lets somebody share, or no longer, whatever the rule of the room is. */
    record AllowShare(String participant, boolean on) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.allowShare(actor, this);
        }
    }

    /** Says something to all who are in the same hall. */
    record Chat(String text) implements RoomAction {

        private static final int LIMIT = 2000;

        /** Lines and tabs are text; other control characters, and halves of characters, are not. */
        private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

        @Override
        public void check() {
            if (text.isBlank() || text.length() > LIMIT) {
                throw Problem.INVALID.at("/act/text", "chat.length", "must be 1 to " + LIMIT + " characters");
            }
            if (FORBIDDEN.matcher(text).find()) {
                throw Problem.INVALID.at("/act/text", "chat.characters", "must be text");
            }
        }

        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.chat().say(actor, text.strip());
        }
    }

    /** Shows a sign for a moment. */
    record React(Reaction reaction) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.react(actor, reaction);
        }
    }

    /** Raises the own hand or lowers it; a host lowers another's. */
    record Hand(Optional<String> participant, boolean raised) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.hand(actor, this);
        }
    }

    /** Takes another name; a host gives one to another. */
    record Rename(Optional<String> participant, String name) implements RoomAction {

        @Override
        public void check() {
            Names.check("/act/name", name, NAME_LIMIT);
        }

        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.rename(actor, participant, name.strip());
        }
    }

    /** Comes in after having been admitted. */
    record Enter() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().enter(actor);
        }
    }

    /** A host lets somebody in who waits. */
    record Admit(String participant) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().admit(actor, participant);
        }
    }

    /** A host lets everybody in who waits. */
    record AdmitAll() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().admitAll(actor);
        }
    }

    /** A host sends somebody away who waits. */
    record Refuse(String participant) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().refuse(actor, participant);
        }
    }

    /** A host closes the door for whoever was not in yet, or opens it again. */
    record Lock(boolean on) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().lock(actor, on);
        }
    }

    /** A host says who waits and who may share. */
    record Rules(Lobby lobby, ScreenSharing screens) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.door().rules(actor, this);
        }
    }

    /** A host makes somebody a host too, or takes it back. */
    record Host(String participant, boolean on) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.host(actor, this);
        }
    }

    /** A host switches somebody's microphone or camera off. */
    record MuteOne(String participant, boolean audio, boolean video) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.muteOne(actor, this);
        }
    }

    /** A host switches every microphone off but the hosts' own. */
    record MuteAll() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.muteAll(actor);
        }
    }

    /** A host removes somebody. */
    record RemoveOne(String participant) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.removeOne(actor, participant);
        }
    }

    /** A host ends the meeting. */
    record Finish() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.finish(actor);
        }
    }

    /** A host asks everybody something. */
    record OpenPoll(String question, List<String> options, boolean multiple) implements RoomAction {

        private static final int QUESTION_LIMIT = 200;
        private static final int OPTION_LIMIT = 80;
        private static final int OPTIONS = 10;

        @Override
        public void check() {
            Names.check("/act/question", question, QUESTION_LIMIT);
            if (options.size() < 2 || options.size() > OPTIONS) {
                throw Problem.INVALID.at("/act/options", "poll.options", "needs 2 to " + OPTIONS + " answers");
            }
            options.forEach(option -> Names.check("/act/options", option, OPTION_LIMIT));
            if (options.stream().map(String::strip).distinct().count() < options.size()) {
                throw Problem.INVALID.at("/act/options", "poll.same", "has the same answer twice");
            }
        }

        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.polls().open(actor, this);
        }
    }

    /** Answers a poll with the numbers of options; an earlier answer is replaced. */
    record Vote(String poll, List<Integer> options) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.polls().vote(actor, this);
        }
    }

    /** A host ends a poll. */
    record ClosePoll(String poll) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.polls().close(actor, poll);
        }
    }

    /** A host makes breakout rooms and says who goes where, by the number of the room; the others stay. */
    record OpenBreakouts(List<String> rooms, Map<String, Integer> people) implements RoomAction {

        private static final int ROOMS = 20;
        private static final int PEOPLE = 1000;

        @Override
        public void check() {
            if (rooms.isEmpty() || rooms.size() > ROOMS) {
                throw Problem.INVALID.at("/act/rooms", "breakouts.number", "must be 1 to " + ROOMS + " rooms");
            }
            rooms.forEach(room -> Names.check("/act/rooms", room, NAME_LIMIT));
            if (people.size() > PEOPLE || people.values().stream().anyMatch(room -> room < 0 || room >= rooms.size())) {
                throw Problem.INVALID.at("/act/people", "breakouts.people", "names a room that is not there");
            }
        }

        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.breakouts().open(actor, this);
        }
    }

    /** Goes back to the main room; a host sends anybody anywhere. The main room's hall is an empty text. */
    record Move(Optional<String> participant, String hall) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.breakouts().move(actor, this);
        }
    }

    /** A host calls everybody back and closes the breakout rooms. */
    record CloseBreakouts() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.breakouts().close(actor);
        }
    }

    /** A host begins to record the main room; everybody is asked whether they agree. */
    record StartRecording() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.recording().start(actor);
        }
    }

    /** A host ends the recording. */
    record StopRecording() implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.recording().stop(actor);
        }
    }

    /** Agrees to be recorded, or does not, or no longer. */
    record Consent(boolean agree) implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.recording().consent(actor, agree);
        }
    }

    /** Says which ways to the media servers work from here; empty for one that is not set up. */
    record Checked(boolean udp, Optional<Boolean> turnUdp, Optional<Boolean> turnTcp, Optional<Boolean> turnTls)
            implements RoomAction {
        @Override
        public void at(RoomDesk desk, Actor actor) {
            desk.checked(actor, this, "");
        }
    }

    /** The signs that people show. */
    enum Reaction {
        THUMB,
        CLAP,
        HEART,
        LAUGH,
        SURPRISE,
        PARTY
    }
}
