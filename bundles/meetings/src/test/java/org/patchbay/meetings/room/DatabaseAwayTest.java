package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceId;

/** The database is away for ten seconds while people meet: they go on, and what needs it says so. */
final class DatabaseAwayTest {

    private final RoomWorld world = new RoomWorld();

    @BeforeEach
    void meet() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.away(true);
        world.clock.pass(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void mediaAndWhatIsNotKeptGoOn() {
        world.sends(RoomWorld.ANN);
        assertThat(world.sent(RoomWorld.ANN)).isNotEmpty();
        world.tell(new RoomCommand.Mute(RoomWorld.BO, true, false, false));
        world.hears(RoomWorld.ANN, "roster", "\"audioMuted\":true");
        world.act(RoomWorld.BO, new RoomAction.React(RoomAction.Reaction.THUMB));
        world.hears(RoomWorld.ANN, "reaction");
        world.bridge.listener().dominantSpeaker(new EndpointId(RoomWorld.BO));
        world.hears(RoomWorld.ANN, "speaker", RoomWorld.BO);
        world.bridge
                .listener()
                .sourcesMapped(new EndpointId(RoomWorld.ANN), Map.of("a0", new SourceId(RoomWorld.BO + "-a0")));
        world.hears(RoomWorld.ANN, "mapping", RoomWorld.BO);
        assertThat(world.names()).containsExactly("Ann", "Bo");
    }

    @Test
    void whatIsKeptSaysThatItCannotBe() {
        world.refused(() -> world.act(RoomWorld.ANN, new RoomAction.Chat("Lost?")), "store.unavailable");
        world.refused(world::cy, "store.unavailable");
        world.refused(() -> world.tell(new RoomCommand.End()), "store.unavailable");
        assertThat(world.names()).containsExactly("Ann", "Bo");
        assertThat(world.bridge.stats().endpoints()).isEqualTo(2);

        world.away(false);
        world.act(RoomWorld.ANN, new RoomAction.Chat("Here again"));
        world.hears(RoomWorld.BO, "Here again");
        world.cy();
        assertThat(world.names()).containsExactly("Ann", "Bo", "Cy");
        assertThat(world.events.types()).doesNotContain("meeting.participant.left");
    }

    @Test
    void whoLeavesIsGoneAtOnceAndWrittenDownLater() {
        world.tell(new RoomCommand.Leave(RoomWorld.BO));
        assertThat(world.names()).containsExactly("Ann");
        await().untilAsserted(() -> assertThat(world.heardBy(RoomWorld.ANN))
                .filteredOn(text -> text.startsWith("{\"roster\""))
                .last()
                .asString()
                .doesNotContain(RoomWorld.BO));
        assertThat(world.events.types()).doesNotContain("meeting.participant.left");

        world.clock.pass(Duration.ofSeconds(20));
        world.away(false);
        world.tell(new RoomCommand.Look());
        world.tell(new RoomCommand.Look());
        assertThat(world.events.types()).containsOnlyOnce("meeting.participant.left");
        assertThat(world.events.last("meeting.participant.left").data())
                .contains("\"participant\":\"" + RoomWorld.BO + "\"", "\"reason\":\"left\"", "\"seconds\":10");
    }

    @Test
    void aBridgeThatFailsThenIsLeftAllTheSame() {
        org.patchbay.meetings.Bridges.replace(world.bridges, java.util.List.of(world.bridge, world.spare));
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));
        await().until(() -> world.spare.stats().endpoints() == 2);
        assertThat(Optional.of(world.names())).contains(java.util.List.of("Ann", "Bo"));
    }
}
