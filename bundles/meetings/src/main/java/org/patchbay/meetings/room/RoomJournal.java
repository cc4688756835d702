package org.patchbay.meetings.room;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.meetings.Json;
import org.patchbay.meetings.MeetingEvents;
import org.patchbay.meetings.RoomEvents;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.Quality;
import org.patchbay.meetings.store.RoomStore;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happens in a room: the stay and its event in one unit of work. Thread-safe. */
final class RoomJournal {

    private static final Logger log = LoggerFactory.getLogger(RoomJournal.class);

    private final UnitOfWork unit;
    private final MeetingStore store;
    private final RoomStore rooms;
    private final Events events;
    private final Clock clock;
    private final PortalId portal;
    private final StoredMeeting meeting;
    private final Queue<Left> unwritten = new ConcurrentLinkedQueue<>();

    RoomJournal(
            UnitOfWork unit,
            MeetingStore store,
            RoomStore rooms,
            Events events,
            Clock clock,
            PortalId portal,
            StoredMeeting meeting) {
        this.unit = unit;
        this.store = store;
        this.rooms = rooms;
        this.events = events;
        this.clock = clock;
        this.portal = portal;
        this.meeting = meeting;
    }

    StoredMeeting meeting() {
        return meeting;
    }

    Instant now() {
        return clock.instant();
    }

    /** What the room knew when it was last open. */
    RoomMemory memory() {
        return rooms.memory(portal, meeting.id())
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), RoomMemory.class))
                .orElseGet(() -> RoomMemory.of(meeting.lobby(), meeting.screens()));
    }

    /** Keeps what the room knows. */
    void remember(RoomMemory memory) {
        rooms.remember(portal, meeting.id(), Json.text(memory));
    }

    /** Keeps what the room knows now, with what led to it. */
    void remember(RoomMemory memory, String type, Record data) {
        unit.run(() -> {
            remember(memory);
            events.publish(portal, type, meeting.id(), data);
        });
    }

    /** Somebody is called otherwise from now on, in what is kept of their stay too. */
    void renamed(RoomMemory memory, RoomEvents.Renamed data) {
        unit.run(() -> {
            store.rename(portal, stayId(data.participant()), data.name());
            remember(memory, RoomEvents.RENAMED, data);
        });
    }

    /** Something happened. */
    void tell(String type, Record data) {
        events.publish(portal, type, meeting.id(), data);
    }

    /** Something that somebody did, or that was done to them. */
    void step(String type, RoomCommand.Join who, String name, Actor by) {
        tell(type, stepOf(who, name, by));
    }

    RoomEvents.Step stepOf(RoomCommand.Join who, String name, Actor by) {
        return new RoomEvents.Step(
                meeting.id(), meeting.title(), meeting.host(), who.participant(), who.person(), name, by.participant());
    }

    List<ChatLine> chat() {
        return rooms.lines(portal, meeting.id());
    }

    void posted(ChatLine line) {
        var data = new RoomEvents.ChatPosted(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                line.id(),
                line.participant(),
                line.person(),
                line.name(),
                line.text(),
                line.file().map(ChatLine.Attachment::name));
        unit.run(() -> {
            rooms.add(portal, meeting.id(), line);
            events.publish(portal, RoomEvents.CHAT, meeting.id(), data);
        });
    }

    String newId() {
        return Ids.next(clock);
    }

    void joined(RoomCommand.Join join) {
        var data = new MeetingEvents.ParticipantJoined(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                join.participant(),
                join.name(),
                join.person().isEmpty(),
                join.person(),
                join.email());
        unit.run(() -> {
            store.enter(
                    portal,
                    new Stay(
                            stayId(join.participant()),
                            meeting.id(),
                            join.name(),
                            join.person(),
                            join.email(),
                            now(),
                            Optional.empty()));
            events.publish(portal, MeetingEvents.JOINED, meeting.id(), data);
        });
    }

    void left(String participant, String name, Instant joined, String reason) {
        write(new Left(participant, name, joined, now(), reason));
    }

    /** Somebody is gone, be it that this cannot be written down now: then it is with the next look. */
    void isGone(String participant, String name, Instant joined, String reason) {
        unwritten.add(new Left(participant, name, joined, now(), reason));
        try {
            catchUp();
        } catch (PatchbayException e) {
            log.warn("Who left meeting {} is written down later: {}", meeting.id(), e.getMessage());
        }
    }

    /** Writes down what could not be before. */
    void catchUp() {
        for (Left left = unwritten.peek(); left != null; left = unwritten.peek()) {
            write(left);
            unwritten.remove();
        }
    }

    private void write(Left left) {
        String participant = left.participant();
        var data = new MeetingEvents.ParticipantLeft(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                participant,
                personOf(participant),
                left.name(),
                left.reason(),
                seconds(left.joined(), left.at()));
        unit.run(() -> {
            store.leave(portal, stayId(participant), left.at());
            events.publish(portal, MeetingEvents.LEFT, meeting.id(), data);
        });
    }

    void removed(String participant, String name) {
        var data = new MeetingEvents.ParticipantRemoved(
                meeting.id(), meeting.title(), meeting.host(), participant, personOf(participant), name);
        events.publish(portal, MeetingEvents.REMOVED, meeting.id(), data);
    }

    /** How the connection of a participant's stay is so far. */
    void measured(String participant, Quality quality) {
        store.measure(portal, meeting.id(), stayId(participant), quality);
    }

    /** Who has an account behind a stay. */
    private Optional<String> personOf(String participant) {
        return store.stays(portal, meeting.id()).stream()
                .filter(stay -> stay.id().equals(stayId(participant)))
                .findFirst()
                .flatMap(Stay::person);
    }

    void muted(String participant, boolean audio, boolean video) {
        var data = new MeetingEvents.ParticipantMuted(meeting.id(), participant, audio, video);
        events.publish(portal, MeetingEvents.MUTED, meeting.id(), data);
    }

    /** Closes the stays that a lost node left open. */
    void closeLostStays() {
        for (Stay stay : store.stays(portal, meeting.id())) {
            if (stay.left().isEmpty()) {
                left(participantOf(stay.id()), stay.name(), stay.joined(), "lost");
            }
        }
    }

    /** Ends the meeting; harmless when it has ended. */
    void ended() {
        Instant now = now();
        unit.run(() -> {
            rooms.forget(portal, meeting.id());
            if (store.end(portal, meeting.id(), now)) {
                events.publish(portal, MeetingEvents.ENDED, meeting.id(), summary(now));
            }
        });
    }

    private MeetingEvents.MeetingEnded summary(Instant now) {
        var attendances = Attendances.of(store.stays(portal, meeting.id()), now);
        List<MeetingEvents.Attendance> listed = attendances.listed();
        return new MeetingEvents.MeetingEnded(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                meeting.hostName(),
                meeting.started(),
                now,
                seconds(meeting.started(), now),
                listed,
                attendances.size() - listed.size());
    }

    private String stayId(String participant) {
        return meeting.id() + "/" + participant;
    }

    private static String participantOf(String stayId) {
        return stayId.substring(stayId.indexOf('/') + 1);
    }

    /** Somebody who left at that moment. */
    private record Left(String participant, String name, Instant joined, Instant at, String reason) {}

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
