package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.meetings.room.RoomWorld.ANN;
import static org.patchbay.meetings.room.RoomWorld.BO;
import static org.patchbay.meetings.room.RoomWorld.CY;
import static org.patchbay.meetings.room.RoomWorld.MEETING;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/** Who comes into a room, who waits, and who says so. */
final class DoorTest {

    private final RoomWorld world = new RoomWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void guestsWaitUntilAHostLetsThemInOrSendsThemAway() {
        world.meeting(Lobby.GUESTS, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        assertThat(world.names()).containsExactly("Ann", "Cy");
        world.hears(BO, "{\"waiting\":{\"id\":\"" + MEETING);
        world.hears(ANN, "\"waiting\":[{\"id\":\"" + BO + "\",\"name\":\"Bo\",\"guest\":true,\"removed\":false}]");
        assertThat(world.heardBy(CY)).noneMatch(text -> text.contains("\"waiting\":[{"));
        world.refused(() -> world.act(BO, new RoomAction.Enter()), "meeting.lobby");
        world.refused(() -> world.act(CY, new RoomAction.Admit(BO)), "meeting.host-only");
        world.refused(() -> world.act(BO, new RoomAction.Admit(BO)), "participant.gone");

        world.act(ANN, new RoomAction.Admit(BO));
        world.hears(BO, "{\"admitted\":{}}");
        world.act(BO, new RoomAction.Enter());
        assertThat(world.names()).containsExactly("Ann", "Cy", "Bo");
        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        assertThat(world.names()).as("who was let in once does not wait again").contains("Bo");

        world.act(ANN, new RoomAction.RemoveOne(BO));
        world.bo();
        assertThat(world.names()).doesNotContain("Bo");
        world.act(ANN, new RoomAction.Refuse(BO));
        world.hears(BO, "{\"removed\":{\"reason\":\"refused\"}}");
        assertThat(world.events.types())
                .contains("meeting.participant.waiting", "meeting.participant.admitted", "meeting.participant.refused");
    }

    @Test
    void whoWasLetInIsToldOnceAndWhoIsRefusedThenWaitsAgain() {
        world.meeting(Lobby.GUESTS, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.Admit(BO));
        world.act(ANN, new RoomAction.Admit(BO));
        world.act(ANN, new RoomAction.AdmitAll());
        assertThat(world.events.types())
                .filteredOn("meeting.participant.admitted"::equals)
                .hasSize(1);
        world.act(ANN, new RoomAction.Refuse(BO));
        world.refused(() -> world.act(BO, new RoomAction.Enter()), "participant.gone");
        world.bo();
        assertThat(world.names()).containsExactly("Ann");
    }

    @Test
    void whoWasRemovedComesBackOnlyIfAHostLetsThemIn() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.RemoveOne(BO));
        world.bo();
        assertThat(world.names()).containsExactly("Ann");
        world.hears(BO, "{\"waiting\":{", "\"removed\":true");
        world.hears(ANN, "\"name\":\"Bo\",\"guest\":true,\"removed\":true}]");
        world.act(ANN, new RoomAction.AdmitAll());
        world.act(ANN, new RoomAction.Rules(Lobby.OFF, ScreenSharing.HOSTS));
        world.refused(() -> world.act(BO, new RoomAction.Enter()), "meeting.lobby");
        world.act(ANN, new RoomAction.Refuse(BO));
        world.bo();
        assertThat(world.names()).as("still removed").containsExactly("Ann");

        world.act(ANN, new RoomAction.Admit(BO));
        world.act(BO, new RoomAction.Enter());
        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        assertThat(world.names()).containsExactly("Ann", "Bo");
    }

    @Test
    void whoIsHostNoLongerSharesNoLongerWhereOnlyHostsDo() {
        world.meeting(Lobby.OFF, ScreenSharing.HOSTS);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.Host(BO, true));
        world.act(BO, new RoomAction.Share(true, false));
        world.act(ANN, new RoomAction.Host(BO, false));
        world.hears(BO, "{\"shareStopped\":{}}");
    }

    @Test
    void everybodyComesInAtOnceWhenTheLobbyIsSwitchedOff() {
        world.meeting(Lobby.EVERYBODY, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        assertThat(world.names()).containsExactly("Ann");
        world.act(ANN, new RoomAction.Rules(Lobby.OFF, ScreenSharing.EVERYBODY));
        world.hears(BO, "{\"admitted\":{}}");
        world.hears(CY, "{\"admitted\":{}}");
        world.tell(new RoomCommand.Leave(BO));
        world.act(CY, new RoomAction.Enter());
        assertThat(world.names()).containsExactly("Ann", "Cy");
    }

    @Test
    void aLockedMeetingTakesWhoWasInAndNobodyElse() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.Lock(true));
        world.refused(world::cy, "meeting.locked");
        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        assertThat(world.names()).containsExactly("Ann", "Bo");
        world.act(ANN, new RoomAction.Lock(false));
        world.cy();
    }

    @Test
    void hostRightsAreThePersonsAreHandedOnAndTakenBack() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.bo();
        world.cy();
        world.refused(() -> world.act(BO, new RoomAction.Lock(true)), "meeting.host-only");
        world.ann();
        world.act(ANN, new RoomAction.Host(BO, true));
        world.act(BO, new RoomAction.MuteAll());
        assertThat(world.tell(new RoomCommand.Who()))
                .filteredOn(Participant::audioMuted)
                .extracting(Participant::name)
                .containsExactly("Cy");
        world.refused(() -> world.act(BO, new RoomAction.Host(ANN, false)), "host.owner");
        world.refused(() -> world.act(BO, new RoomAction.RemoveOne(ANN)), "host.owner");

        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        world.act(BO, new RoomAction.Lock(true));
        world.act(ANN, new RoomAction.Host(BO, false));
        world.refused(() -> world.act(BO, new RoomAction.Lock(false)), "meeting.host-only");
        assertThat(world.events.types()).contains("meeting.host.added", "meeting.host.removed", "meeting.locked");
    }

    @Test
    void whatTheRoomKnowsOutlivesItsNode() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(ANN, new RoomAction.Host(BO, true));
        world.act(ANN, new RoomAction.Lock(true));
        world.act(ANN, new RoomAction.OpenPoll("Lunch?", List.of("Yes", "No"), false));
        world.rooms.close();

        world.rooms = world.rooms("two");
        world.ann();
        world.bo();
        world.refused(world::cy, "meeting.locked");
        world.act(BO, new RoomAction.Lock(false));
        world.hears(BO, "\"question\":\"Lunch?\"");
    }

    @Test
    void aScriptEndsTheMeetingForThoseWhoWaitToo() {
        world.meeting(Lobby.GUESTS, ScreenSharing.EVERYBODY);
        world.bo();
        world.tell(new RoomCommand.Act(Actor.script(), new RoomAction.Finish()));
        world.hears(BO, "{\"ended\":{}}");
    }
}
