package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;
import org.patchbay.spi.media.Departure;

/** People of several regions meet: each is on a media server near, where there is one. */
@Tag("S1.30")
final class NearServersTest {

    private static final Optional<String> BERLIN = Optional.of("Berlin");
    private static final Optional<String> MADRID = Optional.of("madrid");

    private final RoomWorld world = new RoomWorld();
    private final RecordingBridge berlin =
            new RecordingBridge("b").stands("Berlin").links();
    private final RecordingBridge madrid =
            new RecordingBridge("m").stands("Madrid").links();
    private final RecordingBridge anywhere = new RecordingBridge("a").stands("").links();

    @BeforeEach
    void meet() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        Bridges.replace(world.bridges, List.of(anywhere, berlin, madrid));
        berlin.load(0.5);
        madrid.load(0.6);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void join(String participant, Optional<String> region) {
        var join = new RoomCommand.Join(
                participant,
                "Name " + participant,
                Optional.of("p" + participant),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        world.tell(join.near(region));
    }

    private void choose(Optional<String> server, ServerChoice.WhenDown whenDown) {
        world.servers.choose(RoomWorld.ACME, new ServerChoice(server, whenDown));
    }

    @Test
    void twoOfTwoRegionsAreOnTwoServersOfOneConference() {
        join(RoomWorld.ANN, BERLIN);
        join(RoomWorld.BO, MADRID);
        assertThat(berlin.here()).containsExactly(RoomWorld.ANN);
        assertThat(madrid.here()).containsExactly(RoomWorld.BO);
        assertThat(madrid.conferences.keySet()).isEqualTo(berlin.conferences.keySet());
        assertThat(anywhere.conferences).isEmpty();
        world.sends(RoomWorld.BO);
        assertThat(berlin.sources)
                .as("what is told goes by the one that it began on")
                .hasSize(1);
    }

    @Test
    void whoBelongsNowhereIsWhereTheMeetingBegan() {
        join(RoomWorld.ANN, MADRID);
        join(RoomWorld.BO, Optional.empty());
        join(RoomWorld.CY, Optional.of("Rome"));
        assertThat(madrid.here()).containsExactlyInAnyOrder(RoomWorld.ANN, RoomWorld.BO, RoomWorld.CY);
    }

    @Test
    void withNoRegionItBeginsWhereTheLoadIsLeast() {
        join(RoomWorld.ANN, Optional.empty());
        join(RoomWorld.BO, BERLIN);
        join(RoomWorld.CY, BERLIN);
        assertThat(anywhere.here()).containsExactly(RoomWorld.ANN);
        assertThat(berlin.here()).containsExactlyInAnyOrder(RoomWorld.BO, RoomWorld.CY);
    }

    @Test
    @Tag("S1.32")
    void aPortalThatChoseItsServerIsThereAlone() {
        choose(Optional.of("a"), ServerChoice.WhenDown.FALLBACK);
        join(RoomWorld.ANN, BERLIN);
        join(RoomWorld.BO, MADRID);
        assertThat(anywhere.here()).containsExactlyInAnyOrder(RoomWorld.ANN, RoomWorld.BO);
        assertThat(berlin.conferences).isEmpty();
        assertThat(madrid.conferences).isEmpty();
    }

    @Test
    void aServerThatIsDownFullOrEmptiedTakesNobodyOfItsRegion() {
        join(RoomWorld.ANN, BERLIN);
        madrid.goDown();
        join(RoomWorld.BO, MADRID);
        assertThat(berlin.here()).contains(RoomWorld.BO);
        madrid.comeUp();
        madrid.places(0);
        join(RoomWorld.CY, MADRID);
        assertThat(berlin.here()).contains(RoomWorld.CY);
        madrid.places(10);
        world.servers.change("m", note -> new ServerNote("m", true, false, Optional.empty(), Optional.empty()));
        world.bridges.draining();
        join("0000000d", MADRID);
        assertThat(berlin.here()).contains("0000000d");
        assertThat(madrid.conferences).isEmpty();
    }

    @Test
    void ofTwoInARegionTheOtherOneIsTakenWhenOneIsFull() {
        var second = new RecordingBridge("m2").stands("Madrid").links();
        second.load(0.9);
        Bridges.replace(world.bridges, List.of(anywhere, berlin, madrid, second));
        madrid.places(1);
        join(RoomWorld.ANN, BERLIN);
        join(RoomWorld.BO, MADRID);
        join(RoomWorld.CY, MADRID);
        assertThat(madrid.here()).containsExactly(RoomWorld.BO);
        assertThat(second.here()).containsExactly(RoomWorld.CY);
        assertThat(berlin.here()).containsExactly(RoomWorld.ANN);
    }

    @Test
    void whereServersCannotBeLinkedTheyMeetOnOne() {
        var lonely = new RecordingBridge("l").stands("Berlin");
        Bridges.replace(world.bridges, List.of(lonely, madrid));
        join(RoomWorld.ANN, BERLIN);
        join(RoomWorld.BO, MADRID);
        assertThat(lonely.here()).containsExactlyInAnyOrder(RoomWorld.ANN, RoomWorld.BO);
    }

    @Test
    void oneThatDoesNotAnswerIsPassedBy() {
        join(RoomWorld.ANN, BERLIN);
        madrid.fallSilent();
        join(RoomWorld.BO, MADRID);
        assertThat(berlin.here()).containsExactlyInAnyOrder(RoomWorld.ANN, RoomWorld.BO);
        world.hears(RoomWorld.BO, "{\"offer\"");
    }

    @Test
    @Tag("S1.33")
    void whoseServerDiesIsWithTheOthers() {
        join(RoomWorld.ANN, BERLIN);
        join(RoomWorld.BO, MADRID);
        String conference = berlin.conferences.keySet().iterator().next().value();
        madrid.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("m"));
        world.rooms.tellAll(new RoomCommand.Gone(conference, RoomWorld.BO, Departure.CONSENT_LOST));
        await().untilAsserted(() -> assertThat(berlin.here()).containsExactlyInAnyOrder(RoomWorld.ANN, RoomWorld.BO));
        await().until(() -> world.heardBy(RoomWorld.BO).stream()
                        .filter(text -> text.startsWith("{\"offer\""))
                        .count()
                == 2);
    }
}
