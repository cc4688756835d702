package org.patchbay.meetings.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bridge or a captioner said; about somebody who is elsewhere in the meantime, it is ignored. Confined to the room. */
final class Hearing {

    private final Room room;
    private final Halls halls;
    private final RoomPost post;
    private final RecordingDesk recording;

    Hearing(Room room, Halls halls, RoomPost post, RecordingDesk recording) {
        this.room = room;
        this.halls = halls;
        this.post = post;
        this.recording = recording;
    }

    void heard(RoomCommand command) {
        if (command instanceof RoomCommand.Heard heard) {
            room.find(heard.participant())
                    .filter(seat -> halls.isWhere(seat, heard.conference()))
                    .ifPresent(seat -> heard(seat, heard));
        } else if (command instanceof RoomCommand.Said said) {
            room.find(said.participant())
                    .ifPresent(seat -> post.toAll(room.in(seat.hall()), "caption", RoomPost.Spoken.of(said)));
        } else if (command instanceof RoomCommand.RecordingOver ended) {
            recording.over(ended);
        } else if (command instanceof RoomCommand.ConferenceLost lost) {
            halls.lost(lost.conference()).forEach(room.offers()::anew);
        } else if (command instanceof RoomCommand.BridgeDown down) {
            leave(halls.on(down.bridge()));
        } else if (command instanceof RoomCommand.BridgesChanged) {
            leave(halls.onNone());
        } else if (command instanceof RoomCommand.BridgeUp up) {
            halls.waitingFor(up.bridge()).forEach(room.offers()::anew);
            room.offers().placeFree();
        } else if (command instanceof RoomCommand.PlaceFree) {
            room.offers().placeFree();
        }
    }

    /** The bridge of these is gone. Where the conference is on others, too, those alone move who were there. */
    private void leave(List<String> from) {
        List<String> left =
                from.stream().filter(hall -> !halls.media(hall).goesOn()).toList();
        left.forEach(hall -> halls.media(hall).close());
        left.forEach(room.offers()::anew);
    }

    private void heard(Seat seat, RoomCommand.Heard heard) {
        if (heard instanceof RoomCommand.Mapped mapped) {
            Map<String, RoomPost.Mapping> mapping = new LinkedHashMap<>();
            mapped.sources().forEach((mid, source) -> RoomMedia.mapping(source)
                    .filter(whose -> room.find(whose.participant()).isPresent())
                    .ifPresent(whose -> mapping.put(mid, whose)));
            post.to(seat.id(), "mapping", mapping);
        } else if (heard instanceof RoomCommand.Speaks) {
            post.toAll(room.in(seat.hall()), "speaker", new RoomPost.Speaker(Optional.of(seat.id())));
        } else if (heard instanceof RoomCommand.Wanted wanted) {
            post.to(seat.id(), "wanted", Map.of(wanted.source(), wanted.maxHeight()));
        } else if (heard instanceof RoomCommand.Gone) {
            room.offers().again(seat);
        }
    }
}
