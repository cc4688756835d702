package org.patchbay.meetings.room;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.meetings.RoomEvents;

/** The door of a room: who comes in at once, who waits until a host opens, and who stays outside. Confined to the room. */
final class Door {

    private final Room room;
    private final RoomDesk desk;
    private final RoomJournal journal;
    private final RoomPost post;
    private final Turnstile turnstile = new Turnstile();
    private final WaitingList waiting = new WaitingList();

    Door(Room room, RoomDesk desk, RoomJournal journal, RoomPost post) {
        this.room = room;
        this.desk = desk;
        this.journal = journal;
        this.post = post;
    }

    /** Somebody comes: takes a seat, waits, or is turned away. */
    void arrive(RoomCommand.Join join) {
        turnstile.pass(join.holder(), journal.now());
        leaveEarlierSeat(join);
        boolean welcome = room.isHost(join.holder()) || room.memory().known().contains(join.holder());
        if (room.memory().locked() && !welcome) {
            throw Problem.FORBIDDEN.because("meeting.locked", "The meeting is locked; nobody new comes in");
        }
        if (welcome || !waits(join)) {
            room.seat(join);
            return;
        }
        waiting.add(join);
        post.to(
                join.participant(),
                "waiting",
                new RoomPost.Waits(journal.meeting().id(), journal.meeting().title(), wasRemoved(join)));
        journal.step(RoomEvents.WAITING, join, join.name(), Actor.of(join.participant()));
        desk.tellState();
    }

    /** Whom a host removed comes in again only if a host says so, whatever the rules are. */
    private boolean wasRemoved(RoomCommand.Join join) {
        return room.memory().removed().contains(join.holder());
    }

    private boolean waits(RoomCommand.Join join) {
        if (wasRemoved(join)) {
            return true;
        }
        return switch (room.memory().lobby()) {
            case OFF -> false;
            case GUESTS -> join.person().isEmpty();
            case EVERYBODY -> true;
        };
    }

    /** A guest sits once: a tab opened anew, or a connection that came back, takes over from the one before. */
    private void leaveEarlierSeat(RoomCommand.Join join) {
        if (join.guest().isEmpty()) {
            return;
        }
        Stream.concat(
                        room.seats().stream()
                                .filter(seat -> seat.guest().equals(join.guest()))
                                .map(Seat::id),
                        waiting.all().stream()
                                .filter(visitor -> visitor.guest().equals(join.guest()))
                                .map(RoomCommand.Join::participant))
                .toList()
                .forEach(participant -> {
                    post.to(participant, "removed", Map.of("reason", "replaced"));
                    room.leave(participant, "left");
                });
    }

    /** Somebody who may have waited waits no longer. */
    void giveUp(String participant) {
        waiting.remove(participant).ifPresent(visitor -> {
            journal.step(RoomEvents.GAVE_UP, visitor, visitor.name(), Actor.of(participant));
            desk.tellState();
        });
    }

    void enter(Actor actor) {
        String participant = actor.participant().orElseThrow(RoomDesk::gone);
        room.seat(waiting.admitted(participant));
        waiting.remove(participant);
        desk.tellState();
    }

    void admit(Actor actor, String participant) {
        desk.requireHost(actor);
        letIn(actor, waiting.need(participant));
        desk.tellState();
    }

    void admitAll(Actor actor) {
        desk.requireHost(actor);
        letAllIn(actor);
        desk.tellState();
    }

    /** But those whom a host removed: they are let in one by one. */
    private void letAllIn(Actor actor) {
        waiting.notAdmitted().stream().filter(join -> !wasRemoved(join)).forEach(join -> letIn(actor, join));
    }

    private void letIn(Actor actor, RoomCommand.Join join) {
        if (waiting.admit(join.participant())) {
            room.remember(
                    room.memory().knows(join.holder()), RoomEvents.ADMITTED, journal.stepOf(join, join.name(), actor));
            post.to(join.participant(), "admitted", Map.of());
        }
    }

    void refuse(Actor actor, String participant) {
        desk.requireHost(actor);
        RoomCommand.Join join = waiting.need(participant);
        waiting.remove(participant);
        // Somebody who was let in and did not come yet is as unknown as before.
        room.remember(
                room.memory().forgets(join.holder()), RoomEvents.REFUSED, journal.stepOf(join, join.name(), actor));
        post.to(participant, "removed", Map.of("reason", "refused"));
        desk.tellState();
    }

    void lock(Actor actor, boolean on) {
        desk.requireHost(actor);
        if (room.memory().locked() != on) {
            RoomMemory changed = room.memory().locked(on);
            room.remember(changed, on ? RoomEvents.LOCKED : RoomEvents.UNLOCKED, ruled(changed, actor));
            desk.tellState();
        }
    }

    void rules(Actor actor, RoomAction.Rules rules) {
        desk.requireHost(actor);
        RoomMemory changed = room.memory().rules(rules.lobby(), rules.screens());
        if (changed.equals(room.memory())) {
            return;
        }
        room.remember(changed, RoomEvents.RULES, ruled(changed, actor));
        if (rules.lobby() == Lobby.OFF) {
            letAllIn(actor);
        }
        desk.stopWhatIsNotAllowed(actor);
        desk.tellState();
    }

    private RoomEvents.Ruled ruled(RoomMemory memory, Actor actor) {
        return new RoomEvents.Ruled(
                journal.meeting().id(),
                journal.meeting().title(),
                journal.meeting().host(),
                memory.locked(),
                memory.lobby(),
                memory.screens(),
                actor.participant());
    }

    /** Who waits, for the hosts. */
    List<RoomPost.Waiting> waiting() {
        return waiting.notAdmitted().stream()
                .map(join -> new RoomPost.Waiting(
                        join.participant(), join.name(), join.person().isEmpty(), wasRemoved(join)))
                .toList();
    }

    /** The meeting is over for those who wait, too. */
    void end() {
        waiting.all().forEach(visitor -> post.to(visitor.participant(), "ended", Map.of()));
        waiting.clear();
    }
}
