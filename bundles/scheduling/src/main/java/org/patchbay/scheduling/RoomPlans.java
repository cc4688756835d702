package org.patchbay.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.planning.Secret;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.time.Timetable;
import org.patchbay.spi.meetings.PlannedRoom;
import org.patchbay.spi.meetings.PlannedRooms;

/** The rooms of planned meetings: open a while before each time until a while after it. Thread-safe. */
@Component(configurationPid = "org.patchbay.scheduling")
public final class RoomPlans implements PlannedRooms {

    private final PlanStore store;
    private final Plans plans;
    private final Duration early;
    private final Duration grace;
    private final Clock clock;

    @Activate
    public RoomPlans(@Reference PlanStore store, @Reference Plans plans, SchedulingConfig config) {
        this(
                store,
                plans,
                Duration.ofMinutes(config.earlyMinutes()),
                Duration.ofMinutes(config.graceMinutes()),
                Clock.systemUTC());
    }

    public RoomPlans(PlanStore store, Plans plans, Duration early, Duration grace, Clock clock) {
        this.store = store;
        this.plans = plans;
        this.early = early;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public Optional<PlannedRoom> find(PortalId portal, String code) {
        return store.lockByCode(portal, Secret.hash(code)).map(plans::open).map(this::room);
    }

    private PlannedRoom room(PlannedMeeting meeting) {
        RoomOptions room = meeting.room();
        return new PlannedRoom(
                meeting.id(),
                new MeetingDraft(
                        meeting.title(), room.video(), room.sharing(), room.pin(), room.lobby(), room.screens()),
                meeting.organizer(),
                meeting.organizerName(),
                meeting.state() == PlannedMeeting.State.CANCELLED,
                Timetable.of(meeting).stream()
                        .map(slot -> new PlannedRoom.Window(
                                slot.starts().minus(early),
                                slot.starts(),
                                slot.ends().plus(grace)))
                        .filter(window -> window.closes().isAfter(clock.instant()))
                        .findFirst());
    }
}
