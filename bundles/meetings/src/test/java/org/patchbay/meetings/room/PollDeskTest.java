package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.meetings.room.RoomWorld.ACME;
import static org.patchbay.meetings.room.RoomWorld.ANN;
import static org.patchbay.meetings.room.RoomWorld.BO;
import static org.patchbay.meetings.room.RoomWorld.MEETING;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/** What a room is asked. */
final class PollDeskTest {

    private final RoomWorld world = new RoomWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPollCountsEachOnceAndForgetsWhoSaidWhat() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.refused(() -> world.act(BO, new RoomAction.OpenPoll("Q", List.of("A", "B"), false)), "meeting.host-only");
        world.refused(() -> world.act(ANN, new RoomAction.OpenPoll("Q", List.of("A"), false)), "poll.options");
        world.refused(() -> world.act(ANN, new RoomAction.OpenPoll("Q", List.of("A", "A "), false)), "poll.same");
        world.act(ANN, new RoomAction.OpenPoll("Q", List.of("A", "B"), false));
        world.hears(BO, "{\"polls\"");
        String poll = world.heardBy(BO).stream()
                .filter(text -> text.startsWith("{\"polls\""))
                .findFirst()
                .map(text -> text.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
                .orElseThrow();
        world.act(BO, new RoomAction.Vote(poll, List.of(0)));
        world.act(BO, new RoomAction.Vote(poll, List.of(1)));
        world.hears(BO, "\"votes\":[0,1],\"mine\":[1]");
        world.refused(() -> world.act(BO, new RoomAction.Vote(poll, List.of(0, 1))), "poll.choice");
        world.refused(() -> world.act(BO, new RoomAction.Vote(poll, List.of(2))), "poll.choice");

        world.act(ANN, new RoomAction.ClosePoll(poll));
        world.refused(() -> world.act(BO, new RoomAction.Vote(poll, List.of(0))), "poll.closed");
        assertThat(world.events.last("meeting.poll.closed").data()).contains("\"votes\":[0,1]");
        assertThat(world.roomStore.memory(ACME, MEETING).orElseThrow()).doesNotContain("\"visit of Bo\":[");
    }
}
