package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.api.Problem;
import org.patchbay.meetings.RoomEvents;

/** The polls of a room: hosts ask, everybody answers. Confined to the room. */
final class PollDesk {

    private static final int POLLS = 50;
    private static final int OPEN_POLLS = 5;

    private final Room room;
    private final RoomDesk desk;
    private final RoomJournal journal;
    private final RoomPost post;

    PollDesk(Room room, RoomDesk desk, RoomJournal journal, RoomPost post) {
        this.room = room;
        this.desk = desk;
        this.journal = journal;
        this.post = post;
    }

    void open(Actor actor, RoomAction.OpenPoll asked) {
        desk.requireHost(actor);
        List<Poll> polls = new ArrayList<>(room.memory().polls());
        if (polls.size() >= POLLS || polls.stream().filter(Poll::open).count() >= OPEN_POLLS) {
            throw Problem.LIMITED.because("poll.many", "Close a poll first; a meeting has no more than 50");
        }
        var poll = Poll.of(journal.newId(), asked);
        polls.add(poll);
        changed(polls, RoomEvents.POLL_OPENED, poll);
    }

    void vote(Actor actor, RoomAction.Vote vote) {
        Seat seat = desk.self(actor);
        desk.pace(seat);
        replace(poll(vote.poll()).vote(seat.holder(), vote.options()), RoomEvents.POLL_ANSWERED);
    }

    void close(Actor actor, String id) {
        desk.requireHost(actor);
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
                        journal.meeting().host(),
                        poll.id(),
                        poll.question(),
                        poll.options(),
                        poll.result()));
        room.seats().forEach(this::tell);
    }

    /** Tells somebody who has just come in what was asked. */
    void welcome(Seat seat) {
        if (!room.memory().polls().isEmpty()) {
            tell(seat);
        }
    }

    private void tell(Seat seat) {
        post.to(
                seat.id(),
                "polls",
                room.memory().polls().stream()
                        .map(poll -> RoomPost.PollView.of(poll, seat.holder()))
                        .toList());
    }
}
