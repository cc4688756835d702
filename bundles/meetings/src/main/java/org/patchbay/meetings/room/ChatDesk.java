package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.meetings.store.ChatLine;

/** What people and scripts write in a room, with their files; each hall reads its own. Confined to the room. */
final class ChatDesk {

    private static final String SCRIPT_NAME = "Patchbay";
    private static final int TOLD_CHARACTERS = 100_000;

    private final Room room;
    private final RoomDesk desk;
    private final RoomJournal journal;
    private final RoomPost post;

    ChatDesk(Room room, RoomDesk desk, RoomJournal journal, RoomPost post) {
        this.room = room;
        this.desk = desk;
        this.journal = journal;
        this.post = post;
    }

    void say(Actor actor, String text) {
        actor.participant().map(room::seat).ifPresent(desk::pace);
        add(actor, text, Optional.empty());
    }

    private void add(Actor actor, String text, Optional<ChatLine.Attachment> file) {
        Optional<Seat> seat = actor.participant().map(room::seat);
        var line = new ChatLine(
                journal.newId(),
                journal.now(),
                actor.participant(),
                seat.flatMap(one -> one.participant().person()),
                seat.flatMap(Seat::guest),
                seat.map(one -> one.participant().name()).orElse(SCRIPT_NAME),
                seat.map(Seat::hall).orElse(Halls.MAIN),
                text,
                file);
        journal.posted(line);
        room.seats().stream()
                .filter(one -> one.hall().equals(line.hall()))
                .forEach(
                        one -> post.to(one.id(), "chat", Map.of("add", List.of(RoomPost.Line.of(line, one.holder())))));
    }

    /** Refuses whoever is not who they say, or writes without a pause: before a file is read, not after. */
    void mayPost(RoomCommand.MayPost asked) {
        desk.pace(ownSeat(asked.participant(), asked.holder()));
    }

    void post(RoomCommand.PostFile file) {
        ownSeat(file.participant(), file.holder());
        add(Actor.of(file.participant()), "", Optional.of(file.file()));
    }

    private Seat ownSeat(String participant, String holder) {
        Seat seat = room.seat(participant);
        if (!seat.holder().equals(holder)) {
            throw RoomDesk.gone();
        }
        return seat;
    }

    /** Refuses whoever does not see the file in the chat. */
    void mayRead(RoomCommand.MayRead asked) {
        boolean seen = journal.chat().stream()
                .filter(line -> line.file()
                        .filter(file -> file.id().equals(asked.file()))
                        .isPresent())
                .anyMatch(line -> room.seats().stream()
                        .anyMatch(seat -> seat.holder().equals(asked.holder())
                                && seat.hall().equals(line.hall())));
        if (!seen) {
            throw Problem.NOT_FOUND.because("chat.file-unknown", "There is no such file");
        }
    }

    /** Tells somebody what was written where they are; of a very long chat, what was written last. */
    void welcome(Seat seat) {
        List<RoomPost.Line> lines = new ArrayList<>();
        int characters = 0;
        List<ChatLine> all = journal.chat();
        for (int i = all.size() - 1; i >= 0 && characters < TOLD_CHARACTERS; i--) {
            ChatLine line = all.get(i);
            if (line.hall().equals(seat.hall())) {
                lines.add(0, RoomPost.Line.of(line, seat.holder()));
                characters += line.text().length();
            }
        }
        post.to(seat.id(), "chat", Map.of("all", lines));
    }
}
