package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.RoomEvents;

/**
 * A meeting going on: who is in, who waits, and what they hear of each other. Held by the owning node, which carries out one
 * command at a time; not thread-safe. What people do apart from their media is carried out by its {@link RoomDesk}.
 */
final class Room {

    private final RoomJournal journal;
    private final Halls halls;
    private final RoomPost post;
    private final Registration captions;
    private final int participantLimit;
    private final Duration emptyTime;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final RoomDesk desk;
    private final Offers offers;
    private final Hearing hearing;
    private RoomMemory memory;
    private Instant emptySince;
    private boolean over;

    Room(
            RoomJournal journal,
            Halls halls,
            RoomPost post,
            RecordingWay recorders,
            Registration captions,
            int participantLimit,
            Duration emptyTime) {
        this.journal = journal;
        this.halls = halls;
        this.post = post;
        this.captions = captions;
        this.participantLimit = participantLimit;
        this.emptyTime = emptyTime;
        this.emptySince = journal.now();
        this.memory = journal.memory();
        this.desk = new RoomDesk(this, journal, halls, post, recorders);
        this.offers = new Offers(this, halls, post);
        this.hearing = new Hearing(this, halls, post, desk.recording());
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
        try {
            take(command);
        } finally {
            desk.recording().follow();
        }
    }

    private void take(RoomCommand command) {
        if (command instanceof RoomCommand.Join join) {
            desk.door().arrive(join);
        } else if (command instanceof RoomCommand.Leave leave) {
            leave(leave.participant(), "left");
        } else if (command instanceof RoomCommand.Answer answer) {
            media(answer.participant()).answer(answer.participant(), answer.sdp());
        } else if (command instanceof RoomCommand.Send send) {
            send(send);
        } else if (command instanceof RoomCommand.See see) {
            see(see);
        } else if (command instanceof RoomCommand.Mute mute) {
            mute(mute);
        } else if (command instanceof RoomCommand.Remove remove) {
            remove(remove.participant());
        } else if (command instanceof RoomCommand.Act act) {
            act.action().at(desk, act.actor());
        } else if (command instanceof RoomCommand.MayPost asked) {
            desk.chat().mayPost(asked);
        } else if (command instanceof RoomCommand.MayRead asked) {
            desk.chat().mayRead(asked);
        } else if (command instanceof RoomCommand.PostFile file) {
            desk.chat().post(file);
        } else if (command instanceof RoomCommand.Examined examined) {
            desk.checked(Actor.of(examined.participant()), examined.ways(), examined.network());
        } else if (command instanceof RoomCommand.Measured measured) {
            seat(measured.participant())
                    .measures(measured.sample(), journal.now())
                    .ifPresent(quality -> journal.measured(measured.participant(), quality));
        } else if (command instanceof RoomCommand.End) {
            end();
        } else if (command instanceof RoomCommand.Look) {
            look();
        } else if (!(command instanceof RoomCommand.Who)) {
            hearing.heard(command);
        }
    }

    /** Takes somebody in. */
    void seat(RoomCommand.Join asked) {
        RoomCommand.Join join = asked.named(memory.names().getOrDefault(asked.holder(), asked.name()));
        if (seats.size() >= participantLimit) {
            throw Problem.LIMITED.because(
                    "meeting.full", "The meeting is full", Map.of("limit", String.valueOf(participantLimit)));
        }
        if (seats.containsKey(join.participant())) {
            throw Problem.CONFLICT.because("participant.taken", "This participant is in the room already");
        }
        var seat = new Seat(
                join,
                new Participant(
                        join.participant(),
                        join.name(),
                        join.person(),
                        join.picture(),
                        isHost(join.holder()),
                        false,
                        false,
                        journal.now(),
                        join.phone()));
        seat.moveTo(halls.placeOf(seat.holder()));
        String offer = offers.enter(seat.hall(), seat);
        try {
            journal.joined(join);
        } catch (RuntimeException e) {
            halls.of(seat).free(join.participant());
            throw e;
        }
        memory = memory.knows(join.holder());
        seats.put(join.participant(), seat);
        post.to(join.participant(), "joined", new RoomPost.Joined(join.participant(), title()));
        tellRoster();
        desk.welcome(seat);
        seat.mayBeOffered();
        offers.tell(seat, offer);
    }

    RoomPost.Title title() {
        return new RoomPost.Title(journal.meeting().id(), journal.meeting().title(), Sending.of(journal.meeting()));
    }

    private void send(RoomCommand.Send send) {
        Seat seat = seat(send.participant());
        SentSources.check(send.tracks());
        seat.sends(send.tracks());
        applySources(seat);
        seat.answered();
    }

    /** The media of a participant after a change of what they may send. */
    void applyMedia(Seat seat) {
        halls.of(seat).mute(seat.id(), seat.audioForced(), seat.videoForced());
        applySources(seat);
    }

    /** Who names streams that the bridge does not take sends none: nobody goes on with what they may no longer send. */
    private void applySources(Seat seat) {
        RoomMedia media = halls.of(seat);
        try {
            media.sources(seat.id(), seat.forwarded());
        } catch (PatchbayException e) {
            seat.sends(List.of());
            media.sources(seat.id(), List.of());
            throw e;
        }
    }

    Offers offers() {
        return offers;
    }

    /** Since when somebody in it has no media, by {@link System#nanoTime()}. For any thread. */
    Optional<Long> waitsSince() {
        return offers.waitsSince();
    }

    void closeEmptyHalls() {
        halls.closeEmpty(seats.values(), desk.recording().goesOn());
    }

    void leave(String participant, String reason) {
        desk.door().giveUp(participant);
        Seat seat = seats.remove(participant);
        if (seat == null) {
            return;
        }
        offers.left(participant);
        halls.of(seat).free(participant);
        halls.keep(seat);
        journal.isGone(
                participant, seat.participant().name(), seat.participant().joined(), reason);
        desk.recording().left();
        closeEmptyHalls();
        if (seats.isEmpty()) {
            emptySince = journal.now();
        }
        tellRoster();
        desk.tellState();
    }

    private void see(RoomCommand.See see) {
        List<String> here = in(seat(see.participant()).hall());
        media(see.participant()).see(see, here::contains);
    }

    void mute(RoomCommand.Mute mute) {
        Seat seat = seat(mute.participant());
        Participant before = seat.participant();
        if (before.audioMuted() == mute.audio() && before.videoMuted() == mute.video()) {
            return;
        }
        seat.muted(mute.audio(), mute.video());
        if (seat.shares()) {
            applyMedia(seat);
        } else {
            media(mute.participant()).mute(mute.participant(), mute.audio(), mute.video());
        }
        journal.muted(mute.participant(), mute.audio(), mute.video());
        if (mute.byHost()) {
            post.to(mute.participant(), "muted", new RoomPost.Muted(mute.audio(), mute.video()));
        }
        tellRoster();
    }

    void remove(String participant) {
        Seat removed = seat(participant);
        journal.removed(participant, removed.participant().name());
        remember(memory.removes(removed.holder()));
        post.to(participant, "removed", Map.of("reason", "host"));
        leave(participant, "removed");
        halls.forget(removed);
    }

    void end() {
        desk.recording().end();
        journal.catchUp();
        for (Participant participant : participants()) {
            journal.left(participant.id(), participant.name(), participant.joined(), "ended");
        }
        journal.ended();
        over = true;
        post.toAll(everyone(), "ended", Map.of());
        desk.door().end();
        seats.clear();
        halls.close();
        captions.close();
    }

    private void look() {
        journal.catchUp();
        if (seats.isEmpty() && emptySince.plus(emptyTime).isBefore(journal.now())) {
            end();
        }
    }

    RoomMemory memory() {
        return memory;
    }

    /** Keeps what the room knows now. */
    void remember(RoomMemory changed) {
        journal.remember(changed);
        memory = changed;
    }

    /** A guest is called otherwise from now on. */
    void renamed(Seat seat, String name, RoomEvents.Renamed data) {
        RoomMemory changed = memory.named(seat.holder(), name);
        journal.renamed(changed, data);
        memory = changed;
        seat.named(name);
        tellRoster();
    }

    /** Keeps what the room knows now, with what led to it. */
    void remember(RoomMemory changed, String type, Record data) {
        journal.remember(changed, type, data);
        memory = changed;
    }

    boolean isOwner(String holder) {
        return journal.meeting().host().equals(holder);
    }

    boolean isHost(String holder) {
        return isOwner(holder) || memory.hosts().contains(holder);
    }

    Seat seat(String participant) {
        return find(participant).orElseThrow(RoomDesk::gone);
    }

    Optional<Seat> find(String participant) {
        return Optional.ofNullable(seats.get(participant));
    }

    private RoomMedia media(String participant) {
        return halls.of(seat(participant));
    }

    Collection<Seat> seats() {
        return seats.values();
    }

    /** The participants in a hall. */
    List<String> in(String hall) {
        return seats.values().stream()
                .filter(seat -> seat.hall().equals(hall))
                .map(Seat::id)
                .toList();
    }

    private Collection<String> everyone() {
        return seats.keySet();
    }

    void tellRoster() {
        post.toAll(everyone(), "roster", Map.of("participants", participants()));
    }

    /** The room moves to another node, or this one stops. */
    void abandon() {
        desk.recording().end();
        halls.close();
        captions.close();
    }
}
