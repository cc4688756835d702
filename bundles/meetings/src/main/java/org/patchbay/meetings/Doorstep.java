package org.patchbay.meetings;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.meetings.PlannedRoom;

/** Finds the meeting that a link leads to; one that is planned opens when it is time, or when its host comes. Thread-safe. */
final class Doorstep {

    /** The code of the problem where a link leads nowhere. */
    static final String NOWHERE = "meeting.link-ended";

    private final MeetingStore store;
    private final PlannedRoomDirectory planned;
    private final UnitOfWork unit;
    private final Opening opening;
    private final Clock clock;

    Doorstep(MeetingStore store, PlannedRoomDirectory planned, UnitOfWork unit, Opening opening, Clock clock) {
        this.store = store;
        this.planned = planned;
        this.unit = unit;
        this.opening = opening;
        this.clock = clock;
    }

    /** Opens a planned room. */
    interface Opening {
        StoredMeeting open(PortalId portal, String code, PlannedRoom room);
    }

    /**
     * The meeting that goes on behind the link.
     *
     * @param by somebody with an account
     * @param guard refuses who may not open a planned room
     */
    StoredMeeting behind(PortalId portal, String code, Optional<PersonId> by, Consumer<PlannedRoom> guard) {
        return goingOn(portal, code)
                .orElseGet(() -> unit.call(() -> {
                    PlannedRoom room = planned.find(portal, code).orElseThrow(Doorstep::nowhere);
                    requireTime(room, by.filter(room.host()::equals).isPresent());
                    guard.accept(room);
                    // Somebody may have come a moment before.
                    return goingOn(portal, code).orElseGet(() -> opening.open(portal, code, room));
                }));
    }

    /** Whether a guest needs a PIN behind the link; opens nothing. Problems as when somebody comes. */
    boolean asksPin(PortalId portal, String code) {
        return goingOn(portal, code)
                .map(meeting -> meeting.sealedPin().isPresent())
                .orElseGet(() -> {
                    PlannedRoom room = planned.find(portal, code).orElseThrow(Doorstep::nowhere);
                    requireTime(room, false);
                    return room.draft().pin().isPresent();
                });
    }

    private Optional<StoredMeeting> goingOn(PortalId portal, String code) {
        return store.byCodeHash(portal, Code.hash(code))
                .filter(meeting -> meeting.ended().isEmpty());
    }

    private void requireTime(PlannedRoom room, boolean host) {
        if (room.cancelled()) {
            throw Problem.NOT_FOUND.because("meeting.cancelled", "This meeting was cancelled");
        }
        PlannedRoom.Window next =
                room.next().orElseThrow(() -> Problem.NOT_FOUND.because("meeting.over", "This meeting is over"));
        if (!host && clock.instant().isBefore(next.opens())) {
            Map<String, Object> known = new HashMap<>(Map.of(
                    "starts", next.starts().toString(),
                    "opens", next.opens().toString()));
            if (room.draft().pin().isEmpty()) {
                known.put("title", room.draft().title());
            }
            throw Problem.CONFLICT.because("meeting.not-yet", "This meeting has not begun yet", known);
        }
    }

    private static PatchbayException nowhere() {
        return Problem.NOT_FOUND.because(NOWHERE, "This link leads to no meeting; it may have ended");
    }
}
