package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.events.Event;
import org.patchbay.api.meetings.Meeting;

class HostExitTest {

    private final MeetingWorld world = new MeetingWorld();
    private final HostExit exit = new HostExit(world.store, world.one.rooms);

    @AfterEach
    void close() {
        world.close();
    }

    private void happens(String type, String subject) {
        exit.on(new Event("e", "/identity", type, world.acme.id(), subject, Instant.EPOCH, Optional.empty(), 1, "{}"));
    }

    private Meeting.State state(Meeting meeting) {
        return world.one
                .meetings
                .find(world.acme.id(), meeting.id())
                .orElseThrow()
                .state();
    }

    @Test
    void theMeetingsOfADeletedHostEnd() {
        Meeting meeting = world.one.start();
        happens("person.deleted", "somebody");
        happens("person.updated", meeting.host());
        assertThat(state(meeting)).isEqualTo(Meeting.State.OPEN);

        happens("person.deleted", meeting.host());
        happens("person.deleted", meeting.host());
        assertThat(state(meeting)).isEqualTo(Meeting.State.ENDED);
        assertThat(world.store.open(10)).isEmpty();
    }
}
