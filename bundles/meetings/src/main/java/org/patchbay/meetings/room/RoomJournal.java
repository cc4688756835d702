package org.patchbay.meetings.room;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.meetings.MeetingEvents;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;

/** Writes down what happens in a room: the stay and its event in one unit of work. Thread-safe. */
final class RoomJournal {

    private final UnitOfWork unit;
    private final MeetingStore store;
    private final Events events;
    private final Clock clock;
    private final PortalId portal;
    private final StoredMeeting meeting;

    RoomJournal(
            UnitOfWork unit, MeetingStore store, Events events, Clock clock, PortalId portal, StoredMeeting meeting) {
        this.unit = unit;
        this.store = store;
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
        Instant now = now();
        var data = new MeetingEvents.ParticipantLeft(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                participant,
                personOf(participant),
                name,
                reason,
                seconds(joined, now));
        unit.run(() -> {
            store.leave(portal, stayId(participant), now);
            events.publish(portal, MeetingEvents.LEFT, meeting.id(), data);
        });
    }

    void removed(String participant, String name) {
        var data = new MeetingEvents.ParticipantRemoved(
                meeting.id(), meeting.title(), meeting.host(), participant, personOf(participant), name);
        events.publish(portal, MeetingEvents.REMOVED, meeting.id(), data);
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

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
