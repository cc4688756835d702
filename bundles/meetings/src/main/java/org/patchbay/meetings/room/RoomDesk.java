package org.patchbay.meetings.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.RoomEvents;
import org.patchbay.meetings.store.ChatLine;

/** Carries out what people and scripts do in a room, if they may, and tells the others. Confined to the room. */
public final class RoomDesk {

    private static final String SCRIPT_NAME = "Patchbay";
    private static final int POLLS = 50;
    private static final int OPEN_POLLS = 5;

    private final Room room;
    private final RoomJournal journal;
    private final Halls halls;
    private final RoomPost post;
    private final Lounge lounge;

    RoomDesk(Room room, RoomJournal journal, Halls halls, RoomPost post, Lounge lounge) {
        this.room = room;
        this.journal = journal;
        this.halls = halls;
        this.post = post;
        this.lounge = lounge;
    }

    /** Tells somebody who has just come in what they have missed. */
    void welcome(Seat seat) {
        tellState();
        tellChat(seat);
        if (!room.memory().polls().isEmpty()) {
            tellPolls(seat);
        }
    }

    void share(Actor actor, RoomAction.Share share) {
        Seat seat = self(actor);
        if (share.on() && !mayShare(seat)) {
            throw Problem.FORBIDDEN.because("meeting.no-share", "A host has to allow you to share your screen");
        }
        boolean before = seat.shares();
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

    void allowShare(Actor actor, RoomAction.AllowShare allow) {
        requireHost(actor);
        Seat seat = room.seat(allow.participant());
        seat.allowShare(allow.on());
        step(allow.on() ? RoomEvents.SCREEN_ALLOWED : RoomEvents.SCREEN_FORBIDDEN, seat, actor);
        if (!mayShare(seat)) {
            stop(seat, actor);
        }
        tellState();
    }

    void chat(Actor actor, String text, Optional<ChatLine.Attachment> file) {
        Optional<Seat> seat = actor.participant().map(room::seat);
        seat.ifPresent(this::pace);
        var line = new ChatLine(
                journal.newId(),
                journal.now(),
                actor.participant(),
                seat.flatMap(one -> one.participant().person()),
                seat.map(one -> one.participant().name()).orElse(SCRIPT_NAME),
                seat.map(Seat::hall).orElse(Halls.MAIN),
                text,
                file);
        journal.posted(line);
        post.toAll(room.in(line.hall()), "chat", Map.of("add", List.of(RoomPost.Line.of(line))));
    }

    void postFile(RoomCommand.PostFile file) {
        if (!room.seat(file.participant()).holder().equals(file.holder())) {
            throw gone();
        }
        chat(Actor.of(file.participant()), "", Optional.of(file.file()));
    }

    private void tellChat(Seat seat) {
        List<RoomPost.Line> lines = journal.chat().stream()
                .filter(line -> line.hall().equals(seat.hall()))
                .map(RoomPost.Line::of)
                .toList();
        post.to(seat.id(), "chat", Map.of("all", lines));
    }

    void react(Actor actor, RoomAction.Reaction reaction) {
        Seat seat = self(actor);
        pace(seat);
        journal.tell(
                RoomEvents.REACTION, new RoomEvents.Reacted(journal.meeting().id(), seat.id(), reaction.name()));
        post.toAll(room.in(seat.hall()), "reaction", new RoomPost.Reacted(seat.id(), reaction));
    }

    void hand(Actor actor, RoomAction.Hand hand) {
        Seat seat = himselfOrByHost(actor, hand.participant(), hand.raised());
        if (seat.hand().isPresent() == hand.raised()) {
            return;
        }
        actor.participant().map(room::seat).ifPresent(this::pace);
        seat.raise(Optional.of(journal.now()).filter(now -> hand.raised()));
        step(hand.raised() ? RoomEvents.HAND_RAISED : RoomEvents.HAND_LOWERED, seat, actor);
        tellState();
    }

    /** The actor's own seat, or another's, which is the hosts' business alone. */
    private Seat himselfOrByHost(Actor actor, Optional<String> participant, boolean selfOnly) {
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
        Seat seat = himselfOrByHost(actor, participant, false);
        // People with an account are who their account says; hosts and scripts rename guests.
        if (seat.participant().person().isPresent()) {
            throw Problem.CONFLICT.because("rename.member", "People with an account go by its name");
        }
        String before = seat.participant().name();
        if (before.equals(name)) {
            return;
        }
        actor.participant().map(room::seat).ifPresent(this::pace);
        room.remember(
                room.memory().named(seat.holder(), name),
                RoomEvents.RENAMED,
                new RoomEvents.Renamed(
                        journal.meeting().id(),
                        journal.meeting().title(),
                        seat.id(),
                        seat.participant().person(),
                        name,
                        before,
                        actor.participant()));
        seat.named(name);
        room.tellRoster();
    }

    void enter(Actor actor) {
        String participant = actor.participant().orElseThrow(RoomDesk::gone);
        RoomCommand.Join join = lounge.admitted(participant);
        room.seat(join);
        lounge.remove(participant);
        tellState();
    }

    void admit(Actor actor, String participant) {
        requireHost(actor);
        letIn(actor, lounge.need(participant));
        tellState();
    }

    void admitAll(Actor actor) {
        requireHost(actor);
        lounge.waiting().forEach(join -> letIn(actor, join));
        tellState();
    }

    private void letIn(Actor actor, RoomCommand.Join join) {
        room.remember(
                room.memory().knows(join.holder()), RoomEvents.ADMITTED, journal.stepOf(join, join.name(), actor));
        lounge.admit(join.participant());
        post.to(join.participant(), "admitted", Map.of());
    }

    void refuse(Actor actor, String participant) {
        requireHost(actor);
        RoomCommand.Join join = lounge.need(participant);
        lounge.remove(participant);
        journal.step(RoomEvents.REFUSED, join, join.name(), actor);
        post.to(participant, "removed", Map.of("reason", "refused"));
        tellState();
    }

    void lock(Actor actor, boolean on) {
        requireHost(actor);
        if (room.memory().locked() != on) {
            RoomMemory changed = room.memory().locked(on);
            room.remember(changed, on ? RoomEvents.LOCKED : RoomEvents.UNLOCKED, ruled(changed, actor));
            tellState();
        }
    }

    void rules(Actor actor, RoomAction.Rules rules) {
        requireHost(actor);
        RoomMemory changed = room.memory().rules(rules.lobby(), rules.screens());
        if (changed.equals(room.memory())) {
            return;
        }
        room.remember(changed, RoomEvents.RULES, ruled(changed, actor));
        if (rules.lobby() == Lobby.OFF) {
            lounge.waiting().forEach(join -> letIn(actor, join));
        }
        if (rules.screens() != ScreenSharing.EVERYBODY) {
            room.seats().stream().filter(seat -> !mayShare(seat)).forEach(seat -> stop(seat, actor));
        }
        tellState();
    }

    private RoomEvents.Ruled ruled(RoomMemory memory, Actor actor) {
        return new RoomEvents.Ruled(
                journal.meeting().id(),
                journal.meeting().title(),
                memory.locked(),
                memory.lobby(),
                memory.screens(),
                actor.participant());
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

    void openPoll(Actor actor, RoomAction.OpenPoll asked) {
        requireHost(actor);
        List<Poll> polls = new ArrayList<>(room.memory().polls());
        if (polls.size() >= POLLS || polls.stream().filter(Poll::open).count() >= OPEN_POLLS) {
            throw Problem.LIMITED.because("poll.many", "Close a poll first; a meeting has no more than 50");
        }
        var poll = Poll.of(journal.newId(), asked);
        polls.add(poll);
        changed(polls, RoomEvents.POLL_OPENED, poll);
    }

    void vote(Actor actor, RoomAction.Vote vote) {
        Seat seat = self(actor);
        pace(seat);
        replace(poll(vote.poll()).vote(seat.holder(), vote.options()), RoomEvents.POLL_ANSWERED);
    }

    void closePoll(Actor actor, String id) {
        requireHost(actor);
        Poll poll = poll(id);
        if (poll.open()) {
            replace(poll.close(), RoomEvents.POLL_CLOSED);
        }
    }

    private Poll poll(String id) {
        return room.memory().polls().stream()
                .filter(poll -> poll.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because("poll.unknown", "There is no such poll"));
    }

    private void replace(Poll poll, String type) {
        changed(
                room.memory().polls().stream()
                        .map(one -> one.id().equals(poll.id()) ? poll : one)
                        .toList(),
                type,
                poll);
    }

    private void changed(List<Poll> polls, String type, Poll poll) {
        room.remember(
                room.memory().polls(polls),
                type,
                new RoomEvents.Asked(
                        journal.meeting().id(),
                        journal.meeting().title(),
                        poll.id(),
                        poll.question(),
                        poll.options(),
                        poll.result()));
        room.seats().forEach(this::tellPolls);
    }

    private void tellPolls(Seat seat) {
        post.to(
                seat.id(),
                "polls",
                room.memory().polls().stream()
                        .map(poll -> RoomPost.PollView.of(poll, seat.holder()))
                        .toList());
    }

    void openBreakouts(Actor actor, RoomAction.OpenBreakouts asked) {
        requireHost(actor);
        asked.people().keySet().forEach(room::seat);
        bringBack();
        List<String> opened = halls.open(asked.rooms());
        journal.tell(RoomEvents.BREAKOUTS_OPENED, hallsNow());
        asked.people().forEach((participant, number) -> go(room.seat(participant), opened.get(number)));
        tellState();
    }

    void move(Actor actor, RoomAction.Move move) {
        Optional<String> other =
                move.participant().filter(id -> !Optional.of(id).equals(actor.participant()));
        if (other.isPresent() || !move.hall().equals(Halls.MAIN)) {
            requireHost(actor);
        }
        go(other.map(room::seat).orElseGet(() -> self(actor)), halls.require(move.hall()));
        tellState();
    }

    void closeBreakouts(Actor actor) {
        requireHost(actor);
        if (!halls.names().isEmpty()) {
            journal.tell(RoomEvents.BREAKOUTS_CLOSED, hallsNow());
            halls.closeAll();
            bringBack();
            tellState();
        }
    }

    private void bringBack() {
        List.copyOf(room.seats()).forEach(seat -> go(seat, Halls.MAIN));
    }

    private void go(Seat seat, String hall) {
        if (seat.hall().equals(hall)) {
            return;
        }
        room.move(seat, hall);
        tellChat(seat);
        journal.tell(
                RoomEvents.BREAKOUT_ENTERED,
                new RoomEvents.Moved(
                        journal.meeting().id(),
                        seat.id(),
                        seat.participant().person(),
                        seat.participant().name(),
                        halls.names().getOrDefault(hall, "")));
    }

    private RoomEvents.Halls hallsNow() {
        return new RoomEvents.Halls(
                journal.meeting().id(),
                journal.meeting().title(),
                List.copyOf(halls.names().values()));
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
            List<RoomPost.Waiting> waiting = lounge.waiting().stream()
                    .map(join -> new RoomPost.Waiting(
                            join.participant(), join.name(), join.person().isEmpty()))
                    .toList();
            post.toAll(hosts, "room", state(waiting));
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

    private Seat self(Actor actor) {
        return room.seat(actor.participant().orElseThrow(RoomDesk::gone));
    }

    private void requireHost(Actor actor) {
        if (actor.participant()
                .map(room::seat)
                .filter(seat -> !seat.participant().host())
                .isPresent()) {
            throw Problem.FORBIDDEN.because("meeting.host-only", "Only the host of the meeting may do this");
        }
    }

    private void pace(Seat seat) {
        if (!seat.mayAct(journal.now())) {
            throw Problem.LIMITED.because("meeting.pace", "That was too much at once; wait a moment");
        }
    }

    private void step(String type, Seat seat, Actor actor) {
        journal.step(type, seat.join(), seat.participant().name(), actor);
    }

    private static PatchbayException gone() {
        return Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
    }
}
