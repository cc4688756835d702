package org.patchbay.meetings;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.MeetingStore;

/** Looks after open meetings on one node at a time: those with nobody in them for a while end. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.meetings")
public final class Caretaker {

    private static final int AT_ONCE = 500;

    private final MeetingStore store;
    private final Rooms rooms;
    private final Task task;

    @Activate
    public Caretaker(
            @Reference Cluster cluster, @Reference MeetingStore store, @Reference Rooms rooms, MeetingsConfig config) {
        this.store = store;
        this.rooms = rooms;
        this.task = cluster.task("meetings-caretaker", Duration.ofSeconds(config.caretakerSeconds()), this::lookAround);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    private void lookAround() {
        for (MeetingStore.OpenMeeting open : store.open(AT_ONCE)) {
            MeetingService.settle(rooms.send(open.portal(), open.id(), new RoomCommand.Look()));
        }
    }
}
