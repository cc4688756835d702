package org.patchbay.meetings.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.meetings.MeetingRecorder;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.spi.meetings.RecordedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the main room recorded, and asks everybody whether they agree: who does not stays, and is not recorded. Breakout rooms
 * are never recorded. Confined to the room.
 */
final class RecordingDesk {

    private static final Logger log = LoggerFactory.getLogger(RecordingDesk.class);

    private final Room room;
    private final RoomDesk desk;
    private final RoomJournal journal;
    private final Halls halls;
    private final RoomPost post;
    private final RecordingWay way;

    /** What people said to the present recording; who comes back is not asked again. */
    private final Map<String, Boolean> choices = new HashMap<>();

    private Optional<MeetingRecording> present = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<String> why = Optional.empty();
    private String heard = "";
    private int number;

    RecordingDesk(Room room, RoomDesk desk, RoomJournal journal, Halls halls, RoomPost post, RecordingWay way) {
        this.room = room;
        this.desk = desk;
        this.journal = journal;
        this.halls = halls;
        this.post = post;
        this.way = way;
    }

    boolean goesOn() {
        return present.isPresent();
    }

    void start(Actor actor) {
        desk.requireHost(actor);
        MeetingRecorder recorder = way.recorder()
                .get()
                .orElseThrow(() -> Problem.FORBIDDEN.because("feature.off", "The portal does not have this"));
        if (goesOn()) {
            throw Problem.CONFLICT.because("recording.going-on", "The meeting is being recorded already");
        }
        if (room.seats().isEmpty()) {
            throw Problem.CONFLICT.because("recording.empty", "There is nobody in the meeting to be recorded");
        }
        Optional<Seat> by = actor.participant().map(room::seat);
        // Else each refusal would leave a recording of nothing.
        halls.media(Halls.MAIN).requireTap();
        StoredMeeting meeting = journal.meeting();
        int begun = ++number;
        MeetingRecording recording = recorder.start(
                way.portal(),
                new RecordedMeeting(meeting.id(), meeting.title(), meeting.host(), meeting.hostName()),
                by.map(RecordingDesk::person),
                reason -> way.room().accept(new RoomCommand.RecordingOver(begun, reason)));
        try {
            hear(recording);
        } catch (RuntimeException e) {
            recording.stop(Optional.empty());
            throw e;
        }
        present = Optional.of(recording);
        since = Optional.of(journal.now());
        why = Optional.empty();
        choices.clear();
        // Whoever begins has agreed by that.
        try {
            by.ifPresent(seat -> choose(seat, true));
        } catch (RuntimeException e) {
            end();
            throw e;
        }
        tell();
    }

    private void hear(MeetingRecording recording) {
        RoomMedia media = halls.media(Halls.MAIN);
        MediaTap tap = recording.tap();
        try {
            media.tap(tap);
        } catch (RuntimeException e) {
            tap.conferenceGone();
            throw e;
        } finally {
            heard = media.conference();
        }
    }

    /** The media of the main room may be elsewhere now: there the recording goes on. */
    void follow() {
        if (present.isEmpty()) {
            return;
        }
        RoomMedia media = halls.media(Halls.MAIN);
        if (!media.isOpen() || media.is(heard)) {
            return;
        }
        try {
            hear(present.get());
        } catch (RuntimeException e) {
            log.warn(
                    "A recording of meeting {} does not hear where its media are now: {}",
                    journal.meeting().id(),
                    e.getMessage());
        }
    }

    void consent(Actor actor, boolean agree) {
        Seat seat = desk.self(actor);
        desk.pace(seat);
        if (present.isEmpty()) {
            throw Problem.CONFLICT.because("recording.over", "The meeting is not being recorded any more");
        }
        if (!Optional.of(agree).equals(choice(seat))) {
            choose(seat, agree);
            tell();
        }
    }

    /** The same person may sit here more than once. */
    private void choose(Seat chooser, boolean agree) {
        MeetingRecording recording = present.orElseThrow();
        if (!agree) {
            choices.put(chooser.holder(), false); // whatever becomes of the ledger
        }
        List<RuntimeException> failures = new ArrayList<>();
        for (Seat seat : room.seats()) {
            if (seat.holder().equals(chooser.holder())) {
                try {
                    if (agree) {
                        recording.agreed(person(seat));
                    } else {
                        recording.declined(person(seat));
                    }
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        choices.put(chooser.holder(), agree);
    }

    private Optional<Boolean> choice(Seat seat) {
        return Optional.ofNullable(choices.get(seat.holder()));
    }

    private static RecordedPerson person(Seat seat) {
        return new RecordedPerson(
                seat.id(), seat.participant().person(), seat.participant().name());
    }

    void stop(Actor actor) {
        desk.requireHost(actor);
        end(actor.participant().map(room::seat).map(RecordingDesk::person));
        tell();
    }

    /** The recorder ended it by itself. */
    void over(RoomCommand.RecordingOver ended) {
        if (goesOn() && ended.number() == number) {
            present = Optional.empty();
            since = Optional.empty();
            why = Optional.of(ended.why());
            room.closeEmptyHalls();
            tell();
        }
    }

    /** Somebody left: an empty room is not recorded. */
    void left() {
        if (room.seats().isEmpty()) {
            end();
        } else if (goesOn()) {
            tell();
        }
    }

    /** The meeting ends, or the room goes elsewhere. */
    void end() {
        end(Optional.empty());
    }

    private void end(Optional<RecordedPerson> by) {
        Optional<MeetingRecording> ending = present;
        present = Optional.empty();
        since = Optional.empty();
        why = Optional.empty();
        try {
            ending.ifPresent(recording -> recording.stop(by));
        } catch (RuntimeException e) {
            log.warn(
                    "A recording of meeting {} cannot be ended properly",
                    journal.meeting().id(),
                    e);
        }
    }

    /** Somebody came in: they are asked, or were before. */
    void welcome(Seat seat) {
        if (present.isPresent() && choice(seat).filter(agreed -> agreed).isPresent()) {
            present.get().agreed(person(seat));
        }
        if (goesOn()) {
            tell();
        } else {
            post.to(seat.id(), "recording", state(seat, possible(), List.of()));
        }
    }

    private void tell() {
        List<String> recorded = room.seats().stream()
                .filter(seat -> goesOn() && choice(seat).orElse(false))
                .map(Seat::id)
                .toList();
        boolean possible = possible();
        room.seats().forEach(seat -> post.to(seat.id(), "recording", state(seat, possible, recorded)));
    }

    private boolean possible() {
        return goesOn() || way.recorder().get().isPresent();
    }

    private RoomPost.Recorded state(Seat seat, boolean possible, List<String> recorded) {
        return new RoomPost.Recorded(possible, since, goesOn() ? choice(seat) : Optional.empty(), recorded, why);
    }
}
