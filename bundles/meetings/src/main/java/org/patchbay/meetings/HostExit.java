package org.patchbay.meetings;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.spi.events.EventSubscriber;

/** Ends the meetings of a host who is deleted: nobody else could. */
@Component
public final class HostExit implements EventSubscriber {

    private final MeetingStore store;
    private final Rooms rooms;

    @Activate
    public HostExit(@Reference MeetingStore store, @Reference Rooms rooms) {
        this.store = store;
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "meetings-hosts";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("person.deleted");
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        if (event.type().equals("person.deleted")) {
            store.openOf(event.portal(), event.subject())
                    .forEach(
                            open -> MeetingService.settle(rooms.send(open.portal(), open.id(), new RoomCommand.End())));
        }
    }
}
