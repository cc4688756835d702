package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.Participant;
import org.patchbay.spi.media.SourceKind;

/**
 * A meeting going on: who is in and what they hear of each other. Held by the owning node, which carries out one command
 * at a time; not thread-safe.
 */
final class Room {

    private static final Map<String, String> SENDS = Map.of(
            SourceKind.AUDIO.mid(), RoomMedia.kindName(SourceKind.AUDIO),
            SourceKind.CAMERA.mid(), RoomMedia.kindName(SourceKind.CAMERA),
            SourceKind.DESKTOP.mid(), RoomMedia.kindName(SourceKind.DESKTOP));

    private final RoomJournal journal;
    private final RoomMedia media;
    private final RoomPost post;
    private final int participantLimit;
    private final Duration emptyTime;
    private final Turnstile turnstile = new Turnstile();
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private Instant emptySince;
    private boolean over;

    Room(RoomJournal journal, RoomMedia media, RoomPost post, int participantLimit, Duration emptyTime) {
        this.journal = journal;
        this.media = media;
        this.post = post;
        this.participantLimit = participantLimit;
        this.emptyTime = emptyTime;
        this.emptySince = journal.now();
        journal.closeLostStays();
    }

    /** Whether the meeting has ended. */
    boolean over() {
        return over;
    }

    /** Who is in, in order of joining. */
    List<Participant> participants() {
        return seats.values().stream().map(Seat::participant).toList();
    }

    void carryOut(RoomCommand command) {
        if (command instanceof RoomCommand.Join join) {
            join(join);
        } else if (command instanceof RoomCommand.Leave leave) {
            leave(leave.participant(), "left");
        } else if (command instanceof RoomCommand.Answer answer) {
            seat(answer.participant());
            media.answer(answer.participant(), answer.sdp());
        } else if (command instanceof RoomCommand.Send send) {
            seat(send.participant()).answered();
            media.sources(send.participant(), send.tracks());
        } else if (command instanceof RoomCommand.See see) {
            see(see);
        } else if (command instanceof RoomCommand.Mute mute) {
            mute(mute);
        } else if (command instanceof RoomCommand.Remove remove) {
            remove(remove.participant());
        } else if (command instanceof RoomCommand.End) {
            end();
        } else if (command instanceof RoomCommand.Look) {
            look();
        } else if (!(command instanceof RoomCommand.Who)) {
            heard(command);
        }
    }

    /** What the bridge said; about somebody who has left in the meantime, it is ignored. */
    private void heard(RoomCommand command) {
        if (command instanceof RoomCommand.Mapped mapped && seats.containsKey(mapped.participant())) {
            Map<String, RoomPost.Mapping> mapping = new LinkedHashMap<>();
            mapped.sources().forEach((mid, source) -> RoomMedia.mapping(source)
                    .filter(whose -> seats.containsKey(whose.participant()))
                    .ifPresent(whose -> mapping.put(mid, whose)));
            post.to(mapped.participant(), "mapping", mapping);
        } else if (command instanceof RoomCommand.Speaks speaks && seats.containsKey(speaks.participant())) {
            post.toAll(everyone(), "speaker", new RoomPost.Speaker(Optional.of(speaks.participant())));
        } else if (command instanceof RoomCommand.Wanted wanted && seats.containsKey(wanted.participant())) {
            post.to(wanted.participant(), "wanted", Map.of(wanted.source(), wanted.maxHeight()));
        } else if (command instanceof RoomCommand.Gone gone && seats.containsKey(gone.participant())) {
            offerAgain(gone.participant());
        } else if (command instanceof RoomCommand.ConferenceLost lost && media.is(lost.conference())) {
            media.close();
            List.copyOf(everyone()).forEach(this::offerAgain);
        }
    }

    private void join(RoomCommand.Join join) {
        turnstile.pass(join.holder(), journal.now());
        leaveEarlierSeat(join);
        if (seats.size() >= participantLimit) {
            throw Problem.LIMITED.because(
                    "meeting.full", "The meeting is full", Map.of("limit", String.valueOf(participantLimit)));
        }
        if (seats.containsKey(join.participant())) {
            throw Problem.CONFLICT.because("participant.taken", "This participant is in the room already");
        }
        String offer = media.offer(join.participant());
        try {
            journal.joined(join);
        } catch (RuntimeException e) {
            media.remove(join.participant());
            throw e;
        }
        boolean host = join.person().filter(journal.meeting().host()::equals).isPresent();
        var seat = new Seat(
                join.guest(),
                new Participant(
                        join.participant(),
                        join.name(),
                        join.person(),
                        join.picture(),
                        host,
                        false,
                        false,
                        journal.now()));
        seats.put(join.participant(), seat);
        var title =
                new RoomPost.Title(journal.meeting().id(), journal.meeting().title(), Sending.of(journal.meeting()));
        post.to(join.participant(), "joined", new RoomPost.Joined(join.participant(), title));
        tellRoster();
        seat.mayBeOffered();
        post.to(join.participant(), "offer", new RoomPost.Offer(offer, SENDS));
    }

    /** A guest sits once: a tab opened anew, or a connection that came back, takes over from the one before. */
    private void leaveEarlierSeat(RoomCommand.Join join) {
        if (join.guest().isEmpty()) {
            return;
        }
        List<String> earlier = seats.values().stream()
                .filter(seat -> seat.guest().equals(join.guest()))
                .map(seat -> seat.participant().id())
                .toList();
        for (String participant : earlier) {
            post.to(participant, "removed", Map.of("reason", "replaced"));
            leave(participant, "left");
        }
    }

    private void offerAgain(String participant) {
        media.remove(participant);
        if (!seat(participant).mayBeOffered()) {
            post.to(participant, "removed", Map.of("reason", "media"));
            leave(participant, "lost");
            return;
        }
        String offer = media.offer(participant);
        Participant state = seat(participant).participant();
        if (state.audioMuted() || state.videoMuted()) {
            media.mute(participant, state.audioMuted(), state.videoMuted());
        }
        post.to(participant, "offer", new RoomPost.Offer(offer, SENDS));
    }

    private void leave(String participant, String reason) {
        Seat seat = seats.remove(participant);
        if (seat == null) {
            return;
        }
        media.remove(participant);
        journal.left(participant, seat.participant().name(), seat.participant().joined(), reason);
        if (seats.isEmpty()) {
            emptySince = journal.now();
            media.close();
        }
        tellRoster();
    }

    private void see(RoomCommand.See see) {
        seat(see.participant());
        media.see(see, seats::containsKey);
    }

    private void mute(RoomCommand.Mute mute) {
        Seat seat = seat(mute.participant());
        Participant before = seat.participant();
        if (before.audioMuted() == mute.audio() && before.videoMuted() == mute.video()) {
            return;
        }
        media.mute(mute.participant(), mute.audio(), mute.video());
        seat.muted(mute.audio(), mute.video());
        journal.muted(mute.participant(), mute.audio(), mute.video());
        if (mute.byHost()) {
            post.to(mute.participant(), "muted", new RoomPost.Muted(mute.audio(), mute.video()));
        }
        tellRoster();
    }

    private void remove(String participant) {
        Participant removed = seat(participant).participant();
        journal.removed(participant, removed.name());
        post.to(participant, "removed", Map.of("reason", "host"));
        leave(participant, "removed");
    }

    private void end() {
        for (Participant participant : participants()) {
            journal.left(participant.id(), participant.name(), participant.joined(), "ended");
        }
        journal.ended();
        over = true;
        post.toAll(everyone(), "ended", Map.of());
        seats.clear();
        media.close();
    }

    private void look() {
        if (seats.isEmpty() && emptySince.plus(emptyTime).isBefore(journal.now())) {
            end();
        }
    }

    private Seat seat(String participant) {
        Seat seat = seats.get(participant);
        if (seat == null) {
            throw Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
        }
        return seat;
    }

    private Collection<String> everyone() {
        return seats.keySet();
    }

    private void tellRoster() {
        post.toAll(everyone(), "roster", Map.of("participants", participants()));
    }

    /** The room moves to another node, or this one stops. */
    void abandon() {
        media.close();
    }
}
