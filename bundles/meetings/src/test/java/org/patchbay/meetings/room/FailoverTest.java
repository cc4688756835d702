package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.spi.media.EndpointId;

/** A bridge that fails while people meet. */
final class FailoverTest {

    private final RoomWorld world = new RoomWorld();

    @BeforeEach
    void meet() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        Bridges.replace(world.bridges, List.of(world.bridge, world.spare));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private long offers(String participant) {
        return world.heardBy(participant).stream()
                .filter(text -> text.startsWith("{\"offer\""))
                .count();
    }

    private void allAreOnTheSpare(long offers) {
        for (String participant : List.of(RoomWorld.ANN, RoomWorld.BO, RoomWorld.CY)) {
            await().until(() -> offers(participant) == offers);
            assertThat(world.spare.options).containsKey(new EndpointId(participant));
        }
        assertThat(world.spare.conferences).hasSize(1);
        assertThat(world.spare.stats().endpoints()).isEqualTo(3);
        assertThat(world.tell(new RoomCommand.Who()))
                .extracting(Participant::id)
                .containsExactly(RoomWorld.ANN, RoomWorld.BO, RoomWorld.CY);
    }

    @Test
    @Tag("S1.33")
    void everybodyGoesOnInTheSameMeetingOnAnotherBridge() {
        world.tell(new RoomCommand.Mute(RoomWorld.BO, true, false, true));
        world.act(RoomWorld.ANN, new RoomAction.Chat("Still here?"));
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));

        allAreOnTheSpare(2);
        assertThat(world.spare.calls).contains("mute " + RoomWorld.BO + " true false");
        assertThat(world.events.types())
                .doesNotContain("meeting.participant.left", "meeting.ended")
                .containsOnlyOnce("meeting.chat.posted");
    }

    @Test
    @Tag("S1.33")
    void whatDoesNotAnswerIsLeftBeforeAnybodySaysThatItIsDown() {
        world.bridge.fallSilent();
        world.refused(() -> world.sends(RoomWorld.ANN), "media.unavailable");

        allAreOnTheSpare(2);
    }

    @Test
    @Tag("S1.33")
    void whoComesInThenTakesTheOthersAlong() {
        world.tell(new RoomCommand.Leave(RoomWorld.CY));
        world.bridge.fallSilent();
        world.cy();

        for (String participant : List.of(RoomWorld.ANN, RoomWorld.BO)) {
            await().until(() -> offers(participant) == 2);
        }
        await().until(() -> offers(RoomWorld.CY) == 2);
        assertThat(world.spare.stats().endpoints()).isEqualTo(3);
        assertThat(world.spare.conferences).hasSize(1);
    }

    @Test
    void whoComesInWhereTheConferenceWasForgottenTakesTheOthersAlong() {
        world.tell(new RoomCommand.Leave(RoomWorld.CY));
        world.bridge.forget();
        world.cy();

        await().until(() -> offers(RoomWorld.ANN) == 2);
        assertThat(world.bridge.conferences).hasSize(1);
        assertThat(world.bridge.stats().endpoints()).isEqualTo(3);
    }

    @Test
    @Tag("S1.33")
    void withoutAnotherBridgePeopleStayAndGetTheirMediaWhenItIsBack() {
        Bridges.replace(world.bridges, List.of(world.bridge));
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));
        assertThat(world.names()).containsExactly("Ann", "Bo", "Cy");
        assertThat(offers(RoomWorld.ANN)).isEqualTo(1);

        world.bridge.comeUp();
        world.rooms.tellAll(new RoomCommand.BridgeUp("one"));
        await().until(() -> offers(RoomWorld.ANN) == 2 && offers(RoomWorld.CY) == 2);
        assertThat(world.bridge.stats().endpoints()).isEqualTo(3);
    }

    @Test
    @Tag("S1.33")
    void aPortalThatRatherRefusesStaysOnItsOwn() {
        world.servers.choose(RoomWorld.ACME, new ServerChoice(Optional.of("one"), ServerChoice.WhenDown.REFUSE));
        // As the news of a choice makes every node do.
        world.bridges.choose(RoomWorld.ACME, Set.of());
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));

        world.tell(new RoomCommand.Leave(RoomWorld.CY));
        world.refused(world::cy, "media.chosen-down");
        assertThat(world.spare.conferences).isEmpty();
    }

    @Test
    void aBridgeThatIsDownAgainAndAgainThrowsNobodyOut() {
        for (int i = 2; i < 12; i++) {
            long wanted = i;
            (i % 2 == 0 ? world.bridge : world.spare).goDown();
            (i % 2 == 0 ? world.spare : world.bridge).comeUp();
            world.rooms.tellAll(new RoomCommand.BridgeDown(i % 2 == 0 ? "one" : "two"));
            await().until(() -> offers(RoomWorld.BO) >= wanted);
        }
        assertThat(world.names()).containsExactly("Ann", "Bo", "Cy");
    }

    @Test
    @Tag("S1.33")
    void anotherBridgeOfTheSameNameIsAnotherOne() {
        var again = new RecordingBridge("one");
        Bridges.replace(world.bridges, List.of(again));
        world.rooms.tellAll(new RoomCommand.BridgesChanged());
        await().until(() -> offers(RoomWorld.ANN) == 2 && offers(RoomWorld.CY) == 2);
        assertThat(again.stats().endpoints()).isEqualTo(3);
        assertThat(world.bridge.conferences)
                .as("it was asked to close the conference")
                .isEmpty();
    }

    private List<String> taps(RecordingBridge bridge) {
        return bridge.calls.stream().filter(call -> call.startsWith("tap ")).toList();
    }

    @Test
    @Tag("S1.33")
    void aRecordingGoesOnWhereTheMeetingIs() {
        world.recorder.serve(RoomWorld.ACME, true);
        world.act(RoomWorld.ANN, new RoomAction.StartRecording());
        assertThat(taps(world.bridge)).as("a trial, and the recording's").hasSize(2);
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));

        allAreOnTheSpare(2);
        await().until(() -> taps(world.spare).size() == 1);
        world.act(RoomWorld.BO, new RoomAction.Consent(true));
        assertThat(taps(world.spare)).hasSize(1);
        assertThat(world.recorder.recordings()).singleElement().satisfies(going -> assertThat(going.said())
                .containsExactly("agreed Ann", "agreed Bo"));
    }

    @Test
    void aRecordingThatCannotFollowIsTold() {
        world.recorder.serve(RoomWorld.ACME, true);
        world.act(RoomWorld.ANN, new RoomAction.StartRecording());
        world.spare.cannotBeTapped();
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));

        allAreOnTheSpare(2);
        await().untilAsserted(() -> assertThat(world.recorder.recordings())
                .singleElement()
                .satisfies(going -> assertThat(going.said()).containsExactly("agreed Ann", "heard nowhere")));
    }

    @Test
    void aMeetingElsewhereStaysWhereItIs() {
        world.rooms.tellAll(new RoomCommand.BridgeDown("two"));
        world.rooms.tellAll(new RoomCommand.BridgeUp("two"));
        world.rooms.tellAll(new RoomCommand.BridgesChanged());
        assertThat(world.names()).hasSize(3);
        assertThat(offers(RoomWorld.ANN)).isEqualTo(1);
        assertThat(world.rooms.isHeld(new PortalId("018f0000-0000-7000-8000-00000000000b"), RoomWorld.MEETING))
                .isFalse();
    }
}
