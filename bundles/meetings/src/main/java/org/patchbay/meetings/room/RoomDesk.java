package org.patchbay.meetings.room;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.meetings.RoomEvents;

/** Carries out what people and scripts do in a room, if they may, and tells the others. Confined to the room. */
public final class RoomDesk {

    private final Room room;
    private final RoomJournal journal;
    private final Halls halls;
    private final RoomPost post;
    private final Door door;
    private final ChatDesk chat;
    private final PollDesk polls;
    private final BreakoutDesk breakouts;
    private final RecordingDesk recording;

    RoomDesk(Room room, RoomJournal journal, Halls halls, RoomPost post, RecordingWay recorders) {
        this.room = room;
        this.journal = journal;
        this.halls = halls;
        this.post = post;
        this.door = new Door(room, this, journal, post);
        this.chat = new ChatDesk(room, this, journal, post);
        this.polls = new PollDesk(room, this, journal, post);
        this.breakouts = new BreakoutDesk(room, this, journal, halls);
        this.recording = new RecordingDesk(room, this, journal, halls, post, recorders);
    }

    Door door() {
        return door;
    }

    ChatDesk chat() {
        return chat;
    }

    PollDesk polls() {
        return polls;
    }

    BreakoutDesk breakouts() {
        return breakouts;
    }

    RecordingDesk recording() {
        return recording;
    }

    /** Tells somebody who has just come in what they have missed. */
    void welcome(Seat seat) {
        tellState();
        breakouts.welcome(seat);
        chat.welcome(seat);
        polls.welcome(seat);
        recording.welcome(seat);
    }

    void share(Actor actor, RoomAction.Share share) {
        Seat seat = self(actor);
        if (share.on() && !mayShare(seat)) {
            throw Problem.FORBIDDEN.because("meeting.no-share", "A host has to allow you to share your screen");
        }
        boolean before = seat.shares();
        if (share.on() && !before) {
            pace(seat);
        }
        seat.share(Optional.of(share).filter(RoomAction.Share::on));
        room.applyMedia(seat);
        if (before != share.on()) {
            step(share.on() ? RoomEvents.SCREEN_SHARED : RoomEvents.SCREEN_STOPPED, seat, actor);
            tellState();
        }
    }

    private boolean mayShare(Seat seat) {
        return seat.participant().host()
                || seat.shareAllowed()
                || switch (room.memory().screens()) {
                    case HOSTS -> false;
                    case MEMBERS -> seat.participant().person().isPresent();
                    case EVERYBODY -> true;
                };
    }

    void stopShare(Actor actor, String participant) {
        requireHost(actor);
        stop(room.seat(participant), actor);
        tellState();
    }

    private void stop(Seat seat, Actor actor) {
        if (seat.shares()) {
            seat.share(Optional.empty());
            room.applyMedia(seat);
            post.to(seat.id(), "shareStopped", Map.of());
            step(RoomEvents.SCREEN_STOPPED, seat, actor);
        }
    }

    /** After a change of the rules: whoever may not share any more stops. */
    void stopWhatIsNotAllowed(Actor actor) {
        room.seats().stream().filter(seat -> !mayShare(seat)).forEach(seat -> stop(seat, actor));
    }

    void allowShare(Actor actor, RoomAction.AllowShare allow) {
        requireHost(actor);
        Seat seat = room.seat(allow.participant());
        if (seat.shareAllowed() == allow.on()) {
            return;
        }
        seat.allowShare(allow.on());
        step(allow.on() ? RoomEvents.SCREEN_ALLOWED : RoomEvents.SCREEN_FORBIDDEN, seat, actor);
        if (!mayShare(seat)) {
            stop(seat, actor);
        }
        tellState();
    }

    void react(Actor actor, RoomAction.Reaction reaction) {
        Seat seat = self(actor);
        pace(seat);
        journal.tell(
                RoomEvents.REACTION, new RoomEvents.Reacted(journal.meeting().id(), seat.id(), reaction.name()));
        post.toAll(room.in(seat.hall()), "reaction", new RoomPost.Reacted(seat.id(), reaction));
    }

    void hand(Actor actor, RoomAction.Hand hand) {
        Seat seat = selfOrByHost(actor, hand.participant(), hand.raised());
        if (seat.hand().isPresent() == hand.raised()) {
            return;
        }
        actor.participant().map(room::seat).ifPresent(this::pace);
        seat.raise(Optional.of(journal.now()).filter(now -> hand.raised()));
        step(hand.raised() ? RoomEvents.HAND_RAISED : RoomEvents.HAND_LOWERED, seat, actor);
        tellState();
    }

    /** The actor's own seat, or another's, which is the hosts' business alone. */
    private Seat selfOrByHost(Actor actor, Optional<String> participant, boolean selfOnly) {
        Optional<String> other = participant.filter(id -> !Optional.of(id).equals(actor.participant()));
        if (other.isEmpty()) {
            return self(actor);
        }
        requireHost(actor);
        if (selfOnly) {
            throw Problem.INVALID.at("/act/participant", "hand.other", "only the own hand can be raised");
        }
        return room.seat(other.get());
    }

    void rename(Actor actor, Optional<String> participant, String name) {
        Seat seat = selfOrByHost(actor, participant, false);
        // People with an account are who their account says; hosts and scripts rename guests.
        if (seat.participant().person().isPresent()) {
            throw Problem.CONFLICT.because("rename.member", "People with an account go by its name");
        }
        String before = seat.participant().name();
        if (before.equals(name)) {
            return;
        }
        actor.participant().map(room::seat).ifPresent(this::pace);
        room.renamed(
                seat,
                name,
                new RoomEvents.Renamed(
                        journal.meeting().id(),
                        journal.meeting().title(),
                        journal.meeting().host(),
                        seat.id(),
                        seat.participant().person(),
                        name,
                        before,
                        actor.participant()));
    }

    void host(Actor actor, RoomAction.Host host) {
        requireHost(actor);
        Seat seat = room.seat(host.participant());
        if (room.isOwner(seat.holder())) {
            throw Problem.CONFLICT.because("host.owner", "Whose meeting it is stays host");
        }
        if (seat.participant().host() == host.on()) {
            return;
        }
        room.remember(
                room.memory().host(seat.holder(), host.on()),
                host.on() ? RoomEvents.HOST_ADDED : RoomEvents.HOST_REMOVED,
                journal.stepOf(seat.join(), seat.participant().name(), actor));
        // The same person may sit here more than once.
        room.seats().stream().filter(one -> one.holder().equals(seat.holder())).forEach(one -> one.host(host.on()));
        stopWhatIsNotAllowed(actor);
        room.tellRoster();
        tellState();
    }

    void muteOne(Actor actor, RoomAction.MuteOne mute) {
        requireHost(actor);
        room.mute(new RoomCommand.Mute(mute.participant(), mute.audio(), mute.video(), true));
    }

    void muteAll(Actor actor) {
        requireHost(actor);
        room.seats().stream()
                .filter(seat -> !seat.participant().host())
                .map(Seat::participant)
                .toList()
                .forEach(one -> room.mute(new RoomCommand.Mute(one.id(), true, one.videoMuted(), true)));
    }

    void removeOne(Actor actor, String participant) {
        requireHost(actor);
        if (room.isOwner(room.seat(participant).holder())) {
            throw Problem.CONFLICT.because("host.owner", "Whose meeting it is stays host");
        }
        room.remove(participant);
    }

    void finish(Actor actor) {
        requireHost(actor);
        room.end();
    }

    void checked(Actor actor, RoomAction.Checked ways, String network) {
        Seat seat = self(actor);
        pace(seat);
        journal.tell(
                RoomEvents.CHECKED,
                new RoomEvents.Checked(
                        journal.meeting().id(),
                        seat.id(),
                        seat.participant().person(),
                        seat.participant().name(),
                        network,
                        ways.udp(),
                        ways.turnUdp(),
                        ways.turnTcp(),
                        ways.turnTls()));
    }

    /** Tells everybody how the room is; hosts also who waits. */
    void tellState() {
        List<String> hosts = ids(true);
        List<String> others = ids(false);
        if (!hosts.isEmpty()) {
            post.toAll(hosts, "room", state(door.waiting()));
        }
        if (!others.isEmpty()) {
            post.toAll(others, "room", state(List.of()));
        }
    }

    private List<String> ids(boolean hosts) {
        return room.seats().stream()
                .filter(seat -> seat.participant().host() == hosts)
                .map(Seat::id)
                .toList();
    }

    private RoomPost.RoomState state(List<RoomPost.Waiting> waiting) {
        List<String> hands = room.seats().stream()
                .filter(seat -> seat.hand().isPresent())
                .sorted(Comparator.comparing(seat -> seat.hand().orElse(Instant.MAX)))
                .map(Seat::id)
                .toList();
        Map<String, String> places = new LinkedHashMap<>();
        room.seats().stream()
                .filter(seat -> !seat.hall().equals(Halls.MAIN))
                .forEach(seat -> places.put(seat.id(), seat.hall()));
        return new RoomPost.RoomState(
                room.memory().locked(),
                room.memory().lobby(),
                room.memory().screens(),
                hands,
                room.seats().stream().filter(Seat::shares).map(Seat::id).toList(),
                room.seats().stream().filter(Seat::shareAllowed).map(Seat::id).toList(),
                halls.names(),
                places,
                waiting);
    }

    Seat self(Actor actor) {
        return room.seat(actor.participant().orElseThrow(RoomDesk::gone));
    }

    /** Hosts do this, at a pace that a person keeps, and scripts. */
    void requireHost(Actor actor) {
        actor.participant().map(room::seat).ifPresent(seat -> {
            if (!seat.participant().host()) {
                throw Problem.FORBIDDEN.because("meeting.host-only", "Only the host of the meeting may do this");
            }
            keepPace(seat.mayHost(journal.now()));
        });
    }

    void pace(Seat seat) {
        keepPace(seat.mayAct(journal.now()));
    }

    private static void keepPace(boolean kept) {
        if (!kept) {
            throw Problem.LIMITED.because("meeting.pace", "That was too much at once; wait a moment");
        }
    }

    private void step(String type, Seat seat, Actor actor) {
        journal.step(type, seat.join(), seat.participant().name(), actor);
    }

    static PatchbayException gone() {
        return Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
    }
}
