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
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;

/** A bridge fails, and the other one has too few places. */
@Tag("S1.33")
final class WaitingForPlacesTest {

    private static final String OTHER = "018f0000-0000-7000-8000-0000000000bb";
    private static final String DEE = "0000000d";

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

    /** The first bridge dies, and the other one has so many places. */
    private void fallBackTo(int places) {
        world.spare.places(places);
        world.bridge.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("one"));
        assertThat(world.names()).containsExactly("Ann", "Bo", "Cy");
    }

    private void placeFree() {
        world.rooms.tellWaiting(new RoomCommand.PlaceFree("two"));
        assertThat(world.names()).as("and the room has heard it").isNotEmpty();
    }

    private long offers(String participant) {
        return world.heardBy(participant).stream()
                .filter(text -> text.startsWith("{\"offer\""))
                .count();
    }

    private void hadOffers(long ann, long bo, long cy) {
        await().untilAsserted(
                        () -> assertThat(List.of(offers(RoomWorld.ANN), offers(RoomWorld.BO), offers(RoomWorld.CY)))
                                .containsExactly(ann, bo, cy));
    }

    @Test
    void whoFoundNoneIsOfferedOneAsSoonAsThereIsOneInOrder() {
        fallBackTo(1);
        hadOffers(2, 1, 1);
        placeFree();
        hadOffers(2, 1, 1);

        world.spare.places(2);
        placeFree();
        hadOffers(2, 2, 1);
        world.spare.places(10);
        placeFree();
        hadOffers(2, 2, 2);
        assertThat(world.spare.stats().endpoints()).isEqualTo(3);

        placeFree();
        hadOffers(2, 2, 2);
    }

    @Test
    void aPlaceThatSomebodyOfTheMeetingLeavesIsTakenAtOnce() {
        fallBackTo(2);
        hadOffers(2, 2, 1);
        world.tell(new RoomCommand.Leave(RoomWorld.ANN));
        hadOffers(2, 2, 2);
        assertThat(world.spare.options).containsKey(new EndpointId(RoomWorld.CY));
    }

    @Test
    void aPlaceThatSomebodyOfAnotherMeetingLeavesIsTakenAtOnce() {
        Bridges.replace(world.bridges, List.of(world.spare));
        world.elsewhere(OTHER, DEE);
        Bridges.replace(world.bridges, List.of(world.bridge, world.spare));
        fallBackTo(3);
        hadOffers(2, 2, 1);
        world.rooms.send(RoomWorld.ACME, OTHER, new RoomCommand.Leave(DEE)).join();
        hadOffers(2, 2, 2);
    }

    @Test
    void whereBridgesCanBeLinkedTheOthersHavePlacesToo() {
        var third = new RecordingBridge("three");
        third.load(0.5);
        world.spare.links();
        Bridges.replace(world.bridges, List.of(world.bridge, world.spare, third));
        fallBackTo(2);
        hadOffers(2, 2, 2);
        assertThat(world.spare.stats().endpoints()).isEqualTo(2);
        assertThat(third.stats().endpoints()).isEqualTo(1);

        String conference = world.spare.conferences.keySet().iterator().next().value();
        world.spare.goDown();
        world.rooms.tellAll(new RoomCommand.BridgeDown("two"));
        world.rooms.tellAll(new RoomCommand.Gone(conference, RoomWorld.ANN, Departure.CONSENT_LOST));
        world.rooms.tellAll(new RoomCommand.Gone(conference, RoomWorld.BO, Departure.CONSENT_LOST));
        hadOffers(3, 3, 2);
        assertThat(third.stats().endpoints()).isEqualTo(3);
        assertThat(third.conferences.keySet()).extracting(ConferenceId::value).containsExactly(conference);
    }

    @Test
    void aPortalThatWantsItsOwnServerAloneIsNotSpread() {
        world.servers.choose(RoomWorld.ACME, new ServerChoice(Optional.of("two"), ServerChoice.WhenDown.REFUSE));
        // As the news of a choice makes every node do.
        world.bridges.choose(RoomWorld.ACME, Set.of());
        var third = new RecordingBridge("three");
        world.spare.links();
        Bridges.replace(world.bridges, List.of(world.bridge, world.spare, third));
        fallBackTo(2);
        hadOffers(2, 2, 1);
        assertThat(third.conferences).isEmpty();
    }

    @Test
    void whoLeavesWaitsNoLonger() {
        fallBackTo(1);
        world.tell(new RoomCommand.Leave(RoomWorld.BO));
        world.spare.places(2);
        placeFree();
        hadOffers(2, 1, 2);
    }

    @Test
    void whoseMediaBrokeWhileItWasFullWaitsToo() {
        fallBackTo(3);
        hadOffers(2, 2, 2);
        String conference = world.spare.conferences.keySet().iterator().next().value();
        world.spare.places(0);
        world.rooms.tellAll(new RoomCommand.Gone(conference, RoomWorld.BO, Departure.ICE_FAILED));
        assertThat(world.names()).hasSize(3);
        hadOffers(2, 2, 2);

        world.spare.places(3);
        placeFree();
        hadOffers(2, 3, 2);
    }

    @Test
    void whereEveryBridgeWasFullTheFirstPlaceTakesTheMeeting() {
        fallBackTo(0);
        hadOffers(1, 1, 1);
        world.spare.places(2);
        placeFree();
        hadOffers(2, 2, 1);
        assertThat(world.spare.conferences).hasSize(1);
    }
}
