package org.patchbay.meetings.room;

import java.util.List;
import java.util.Optional;
import org.patchbay.meetings.RoomEvents;

/** The breakout rooms: hosts open them, send people there and call everybody back. Confined to the room. */
final class BreakoutDesk {

    private final Room room;
    private final RoomDesk desk;
    private final RoomJournal journal;
    private final Halls halls;

    BreakoutDesk(Room room, RoomDesk desk, RoomJournal journal, Halls halls) {
        this.room = room;
        this.desk = desk;
        this.journal = journal;
        this.halls = halls;
    }

    void open(Actor actor, RoomAction.OpenBreakouts asked) {
        desk.requireHost(actor);
        try {
            bringBack();
            List<String> opened = halls.open(asked.rooms());
            journal.tell(RoomEvents.BREAKOUTS_OPENED, hallsNow());
            // Who has left since the host chose is left out.
            asked.people().forEach((participant, number) -> room.find(participant)
                    .ifPresent(seat -> go(seat, opened.get(number))));
        } finally {
            desk.tellState();
        }
    }

    void move(Actor actor, RoomAction.Move move) {
        Optional<String> other =
                move.participant().filter(id -> !Optional.of(id).equals(actor.participant()));
        if (other.isPresent() || !move.hall().equals(Halls.MAIN)) {
            desk.requireHost(actor);
        }
        go(other.map(room::seat).orElseGet(() -> desk.self(actor)), halls.require(move.hall()));
        desk.tellState();
    }

    void close(Actor actor) {
        desk.requireHost(actor);
        if (halls.names().isEmpty()) {
            return;
        }
        try {
            bringBack();
            journal.tell(RoomEvents.BREAKOUTS_CLOSED, hallsNow());
            halls.closeAll();
        } finally {
            desk.tellState();
        }
    }

    private void bringBack() {
        List.copyOf(room.seats()).forEach(seat -> go(seat, Halls.MAIN));
    }

    private void go(Seat seat, String hall) {
        if (seat.hall().equals(hall)) {
            return;
        }
        room.offers().move(seat, hall);
        desk.chat().welcome(seat);
        tellEntered(seat);
    }

    /** Somebody came back to the room they were in. */
    void welcome(Seat seat) {
        if (!seat.hall().equals(Halls.MAIN)) {
            tellEntered(seat);
        }
    }

    private void tellEntered(Seat seat) {
        journal.tell(
                RoomEvents.BREAKOUT_ENTERED,
                new RoomEvents.Moved(
                        journal.meeting().id(),
                        seat.id(),
                        seat.participant().person(),
                        seat.participant().name(),
                        halls.names().getOrDefault(seat.hall(), "")));
    }

    private RoomEvents.Halls hallsNow() {
        return new RoomEvents.Halls(
                journal.meeting().id(),
                journal.meeting().title(),
                journal.meeting().host(),
                List.copyOf(halls.names().values()));
    }
}
