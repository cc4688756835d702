package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.patchbay.meetings.room.RoomWorld.ACME;
import static org.patchbay.meetings.room.RoomWorld.ANN;
import static org.patchbay.meetings.room.RoomWorld.BO;
import static org.patchbay.meetings.room.RoomWorld.CY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.testing.meetings.InMemoryRecorder;

class RecordingDeskTest {

    private final RoomWorld world = new RoomWorld();

    @BeforeEach
    void meet() {
        world.recorder.serve(ACME, true);
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private InMemoryRecorder.Going only() {
        assertThat(world.recorder.recordings()).hasSize(1);
        return world.recorder.recordings().get(0);
    }

    @Test
    @Tag("S0.24")
    void isRefusedAndNotOfferedWhereThePortalDoesNotRecord() {
        world.recorder.serve(ACME, false);
        world.cy();

        world.hears(CY, "{\"recording\":{\"possible\":false");
        world.refused(() -> world.act(ANN, new RoomAction.StartRecording()), "feature.off");
        assertThat(world.recorder.recordings()).isEmpty();
    }

    @Test
    void asksEverybodyButWhoBegins() {
        world.refused(() -> world.act(BO, new RoomAction.StartRecording()), "meeting.host-only");
        world.act(ANN, new RoomAction.StartRecording());

        world.hears(
                BO,
                "{\"recording\":{\"possible\":true,\"since\":\"2026-11-23T12:00:00Z\"",
                "\"recorded\":[\"" + ANN + "\"]");
        world.hears(ANN, "\"agreed\":true");
        assertThat(only().said()).containsExactly("agreed Ann");
        assertThat(world.bridge.calls).anyMatch(call -> call.startsWith("tap "));
        world.refused(() -> world.act(ANN, new RoomAction.StartRecording()), "recording.going-on");
    }

    @Test
    void recordsWhoAgreesUntilTheyTakeItBack() {
        world.act(ANN, new RoomAction.StartRecording());
        world.act(BO, new RoomAction.Consent(false));
        world.act(BO, new RoomAction.Consent(true));
        world.act(BO, new RoomAction.Consent(true));
        world.hears(ANN, "\"recorded\":[\"" + ANN + "\",\"" + BO + "\"]");
        world.act(BO, new RoomAction.Consent(false));

        assertThat(only().said()).containsExactly("agreed Ann", "declined Bo", "agreed Bo", "declined Bo");
    }

    @Test
    void whoComesBackIsNotAskedAgain() {
        world.act(ANN, new RoomAction.StartRecording());
        world.act(BO, new RoomAction.Consent(true));
        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        world.cy();

        assertThat(only().said()).containsExactly("agreed Ann", "agreed Bo", "agreed Bo");
        world.hears(CY, "\"since\"", "\"recorded\":[\"" + ANN + "\",\"" + BO + "\"]");
    }

    @Test
    void endsWithWhoEndsItAndWithTheLastWhoLeaves() {
        world.act(ANN, new RoomAction.StartRecording());
        world.refused(() -> world.act(BO, new RoomAction.StopRecording()), "meeting.host-only");
        world.act(ANN, new RoomAction.StopRecording());
        world.refused(() -> world.act(BO, new RoomAction.Consent(true)), "recording.over");
        world.act(ANN, new RoomAction.StartRecording());
        world.tell(new RoomCommand.Leave(ANN));
        world.tell(new RoomCommand.Leave(BO));

        List<InMemoryRecorder.Going> all = world.recorder.recordings();
        assertThat(all.get(0).said()).containsExactly("agreed Ann", "stopped by Ann");
        assertThat(all.get(1).said()).containsExactly("agreed Ann", "stopped by nobody");
    }

    @Test
    void saysWhyItEndedByItself() {
        world.act(ANN, new RoomAction.StartRecording());
        only().cut("quota");

        world.hears(BO, "\"recording\"", "\"why\":\"quota\"");
        world.act(ANN, new RoomAction.StartRecording());
        // What the earlier one says late means nothing.
        only(0).cut("disk");
        world.act(BO, new RoomAction.Consent(true));
        assertThat(world.recorder.recordings().get(1).said()).containsExactly("agreed Ann", "agreed Bo");
    }

    private InMemoryRecorder.Going only(int number) {
        return world.recorder.recordings().get(number);
    }

    @Test
    void goesOnWhileEverybodyIsInABreakoutRoom() {
        world.act(ANN, new RoomAction.StartRecording());
        world.act(ANN, new RoomAction.OpenBreakouts(List.of("East"), Map.of(ANN, 0, BO, 0)));
        await().untilAsserted(() -> assertThat(world.bridge.conferences).hasSize(2));
        assertThat(only().said()).containsExactly("agreed Ann");
        world.act(ANN, new RoomAction.StopRecording());
        world.act(ANN, new RoomAction.CloseBreakouts());
        assertThat(only().said()).containsExactly("agreed Ann", "stopped by Ann");
    }

    @Test
    void aBridgeThatCannotBeTappedRecordsNothing() {
        world.bridge.cannotBeTapped();

        world.refused(() -> world.act(ANN, new RoomAction.StartRecording()), "recording.impossible");
        assertThat(world.recorder.recordings()).isEmpty();
    }

    @Test
    void scriptsRecordToo() {
        world.tell(new RoomCommand.Act(new Actor(Optional.empty()), new RoomAction.StartRecording()));
        assertThat(only().meeting().host()).isEqualTo("p1");
        assertThat(only().said()).isEmpty();
        world.tell(new RoomCommand.Act(Actor.script(), new RoomAction.StopRecording()));
        assertThat(only().said()).containsExactly("stopped by nobody");
    }
}
