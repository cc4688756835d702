package org.patchbay.meetings;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.room.Actor;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;

/** The way of scripts to rooms that are open. Thread-safe. */
@Component(service = RoomWay.class)
public final class RoomWay {

    private final Rooms rooms;

    @Activate
    public RoomWay(@Reference Rooms rooms) {
        this.rooms = rooms;
    }

    /** Whether somebody is in the room, or before it. */
    public boolean goesOn(PortalId portal, String meeting) {
        return rooms.isHeld(portal, meeting);
    }

    /** Does what a host may. */
    public void act(PortalId portal, String meeting, RoomAction action) {
        MeetingService.settle(rooms.send(portal, meeting, new RoomCommand.Act(Actor.script(), action)));
    }

    /** Who is in. */
    public List<Participant> who(PortalId portal, String meeting) {
        return goesOn(portal, meeting)
                ? MeetingService.settle(rooms.send(portal, meeting, new RoomCommand.Who()))
                : List.of();
    }
}
