package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.patchbay.meetings.room.RoomWorld.ANN;
import static org.patchbay.meetings.room.RoomWorld.BO;
import static org.patchbay.meetings.room.RoomWorld.CY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.RoomEvents;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.SourceId;

/** The rooms beside the room. */
final class BreakoutDeskTest {

    private final RoomWorld world = new RoomWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void peopleGoToBreakoutRoomsAndAreCalledBack() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        world.refused(() -> world.act(BO, new RoomAction.OpenBreakouts(List.of("One"), Map.of())), "meeting.host-only");
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One", "Two"), Map.of(BO, 0, CY, 1)));
        assertThat(world.bridge.conferences).as("the main room and two more").hasSize(3);
        world.hears(BO, "\"halls\":{\"b1\":\"One\",\"b2\":\"Two\"}", "\"" + BO + "\":\"b1\"", "\"" + CY + "\":\"b2\"");

        world.act(BO, new RoomAction.Chat("only for us"));
        world.hears(BO, "only for us");
        assertThat(world.heardBy(ANN)).noneMatch(text -> text.contains("only for us"));
        world.refused(() -> world.act(BO, new RoomAction.Move(Optional.empty(), "b2")), "meeting.host-only");
        world.refused(() -> world.act(ANN, new RoomAction.Move(Optional.empty(), "b9")), "breakouts.unknown");
        world.act(ANN, new RoomAction.Move(Optional.empty(), "b2"));
        world.act(BO, new RoomAction.Move(Optional.empty(), ""));
        world.act(ANN, new RoomAction.CloseBreakouts());
        assertThat(world.bridge.conferences).hasSize(1);
        world.hears(CY, "\"halls\":{},\"places\":{}");
        assertThat(world.names()).hasSize(3);
    }

    @Test
    void whoComesBackIsInTheSameRoomUntilEverybodyIsCalledBack() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0)));
        world.tell(new RoomCommand.Leave(BO));
        world.join(CY, "Bo", Optional.empty());
        world.hears(CY, "\"places\":{\"" + CY + "\":\"b1\"}");
        assertThat(world.bridge.conferences).hasSize(2);
        assertThat(world.events.types())
                .filteredOn(RoomEvents.BREAKOUT_ENTERED::equals)
                .hasSize(2);

        world.act(CY, new RoomAction.Move(Optional.empty(), ""));
        world.tell(new RoomCommand.Leave(CY));
        world.bo();
        world.hears(BO, "\"halls\":{\"b1\":\"One\"},\"places\":{}");

        world.act(ANN, new RoomAction.Move(Optional.of(BO), "b1"));
        world.tell(new RoomCommand.Leave(BO));
        world.act(ANN, new RoomAction.CloseBreakouts());
        world.bo();
        assertThat(world.names()).hasSize(2);
        assertThat(world.bridge.conferences).as("the main room alone").hasSize(1);
    }

    @Test
    void whomAHostRemovedBeginsInTheMainRoom() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.cy();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(CY, 0)));
        world.tell(new RoomCommand.Remove(CY));
        world.join(BO, "Cy", Optional.of("p3"));
        world.act(ANN, new RoomAction.Admit(BO));
        world.act(BO, new RoomAction.Enter());
        world.hears(BO, "\"halls\":{\"b1\":\"One\"},\"places\":{}");
    }

    @Test
    void whoHasLeftInTheMeantimeIsLeftOut() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.cy();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0, CY, 0)));
        world.hears(ANN, "\"places\":{\"" + CY + "\":\"b1\"}");
    }

    @Test
    void filesOfOneRoomAreNotReadInAnother() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0)));
        world.tell(new RoomCommand.PostFile(BO, "visit of Bo", new ChatLine.Attachment("f1", "plan.pdf", 12)));
        world.tell(new RoomCommand.MayRead("visit of Bo", "f1"));
        world.refused(() -> world.tell(new RoomCommand.MayRead("p1", "f1")), "chat.file-unknown");
        world.act(ANN, new RoomAction.Move(Optional.empty(), "b1"));
        world.tell(new RoomCommand.MayRead("p1", "f1"));
    }

    @Test
    void whoFindsNoPlaceThereStaysWhereTheyAre() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        world.bridge.takesAtMost(3);
        world.refused(
                () -> world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0, CY, 0, ANN, 0))),
                "media.full");
        world.hears(ANN, "\"halls\":{\"b1\":\"One\"},\"places\":{}");
        world.tell(new RoomCommand.Mute(ANN, true, false, false));
        assertThat(world.bridge.calls).endsWith("mute " + ANN + " true false");
    }

    @Test
    void whatTheBridgeSaysOfTheHallTheyLeftIsNotHeard() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        BridgeEvents main = world.bridge.listener();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0)));
        world.hears(BO, "\"places\":{\"" + BO + "\":\"b1\"}");
        main.sourcesMapped(new EndpointId(BO), Map.of("v0", new SourceId(ANN + "-v0")));
        main.endpointGone(new EndpointId(BO), Departure.CLOSED);
        main.sourcesMapped(new EndpointId(ANN), Map.of("v1", new SourceId(ANN + "-v0")));
        world.hears(ANN, "{\"mapping\":{\"v1\"");
        assertThat(world.heardBy(BO)).noneMatch(text -> text.startsWith("{\"mapping\":{\"v0\""));
        assertThat(world.bridge.calls).filteredOn(("add " + BO)::equals).hasSize(2);
    }

    @Test
    void nobodySeesAcrossHalls() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("One"), Map.of(BO, 0)));
        world.tell(
                new RoomCommand.See(ANN, List.of(BO, CY), 180, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(world.bridge.constraints)
                .extractingByKey(new EndpointId(ANN), as(type(ReceiverConstraints.class)))
                .extracting(ReceiverConstraints::maxHeight, as(MAP))
                .containsOnlyKeys(new SourceId(CY + "-v0"), new SourceId(CY + "-v1"));
    }
}
