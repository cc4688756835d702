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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after open meetings on one node at a time: those with nobody in them for a while end. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.meetings")
public final class Caretaker {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

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

    /** One meeting that fails is left to the next look; the others do not wait for it. */
    void lookAround() {
        for (MeetingStore.OpenMeeting open : store.open(AT_ONCE)) {
            try {
                MeetingService.settle(rooms.send(open.portal(), open.id(), new RoomCommand.Look()));
            } catch (RuntimeException e) {
                log.warn("Meeting {} of portal {} cannot be looked after", open.id(), open.portal(), e);
            }
        }
    }
}
