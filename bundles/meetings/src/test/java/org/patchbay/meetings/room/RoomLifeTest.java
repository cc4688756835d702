package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.meetings.room.RoomWorld.ACME;
import static org.patchbay.meetings.room.RoomWorld.ANN;
import static org.patchbay.meetings.room.RoomWorld.BO;
import static org.patchbay.meetings.room.RoomWorld.CY;
import static org.patchbay.meetings.room.RoomWorld.MEETING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.room.RoomAction.Reaction;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.meetings.store.Quality;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.meetings.Caption;

/** What people do in a room apart from their media. */
final class RoomLifeTest {

    private final RoomWorld world = new RoomWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("S1.38")
    void aGuestSharesAScreenWithItsSoundAndTheOthersKnow() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.sends(BO);
        assertThat(world.sent(BO)).containsExactly(SourceKind.AUDIO, SourceKind.CAMERA);

        world.act(BO, new RoomAction.Share(true, true));
        assertThat(world.sent(BO))
                .containsExactly(SourceKind.AUDIO, SourceKind.CAMERA, SourceKind.DESKTOP, SourceKind.DESKTOP_AUDIO);
        world.hears(ANN, "\"sharers\":[\"" + BO + "\"]");
        world.act(ANN, new RoomAction.Share(true, false));
        world.hears(BO, "\"sharers\":[\"" + ANN + "\",\"" + BO + "\"]");

        world.act(BO, new RoomAction.Share(false, false));
        assertThat(world.sent(BO)).containsExactly(SourceKind.AUDIO, SourceKind.CAMERA);
        assertThat(world.events.types())
                .containsSubsequence("meeting.screen.shared", "meeting.screen.shared", "meeting.screen.stopped");
    }

    @Test
    void aScreenGoesOnWhileCameraAndMicrophoneAreOff() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.tell(new RoomCommand.Mute(BO, true, true, false));
        world.act(BO, new RoomAction.Share(true, true));
        world.sends(BO);

        assertThat(world.sent(BO)).containsExactly(SourceKind.DESKTOP, SourceKind.DESKTOP_AUDIO);
        assertThat(world.bridge.calls).endsWith("mute " + BO + " false false");
        world.act(BO, new RoomAction.Share(false, false));
        assertThat(world.bridge.calls).endsWith("mute " + BO + " true true");
    }

    @Test
    @Tag("S1.38")
    void aGuestSharesByTheGrantOfAHostWhereTheRuleIsStricter() {
        world.meeting(Lobby.OFF, ScreenSharing.MEMBERS);
        world.ann();
        world.bo();
        world.cy();
        world.act(CY, new RoomAction.Share(true, false));
        world.refused(() -> world.act(BO, new RoomAction.Share(true, false)), "meeting.no-share");
        world.refused(() -> world.act(BO, new RoomAction.AllowShare(BO, true)), "meeting.host-only");

        world.act(ANN, new RoomAction.AllowShare(BO, true));
        world.act(BO, new RoomAction.Share(true, false));
        world.sends(BO);
        assertThat(world.sent(BO)).contains(SourceKind.DESKTOP);

        world.act(ANN, new RoomAction.StopShare(BO));
        world.hears(BO, "{\"shareStopped\":{}}");
        assertThat(world.sent(BO)).doesNotContain(SourceKind.DESKTOP);
        world.act(ANN, new RoomAction.Rules(Lobby.OFF, ScreenSharing.HOSTS));
        world.hears(CY, "{\"shareStopped\":{}}");
    }

    @Test
    void theChatGoesToAllAndLaterOnesReadIt() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.act(ANN, new RoomAction.Chat("Hello"));
        world.bo();
        world.hears(BO, "{\"chat\":{\"all\":[{", "\"text\":\"Hello\"");
        world.tell(new RoomCommand.Act(Actor.script(), new RoomAction.Chat("Ten minutes left")));
        world.hears(ANN, "\"name\":\"Patchbay\",\"text\":\"Ten minutes left\"");
        assertThat(world.events.last("meeting.chat.posted").data()).contains("Ten minutes left");

        var file = new ChatLine.Attachment("f1", "plan.pdf", 12);
        world.tell(new RoomCommand.PostFile(BO, "visit of Bo", file));
        world.hears(ANN, "\"file\":{\"id\":\"f1\",\"name\":\"plan.pdf\",\"size\":12}");
        world.refused(() -> world.tell(new RoomCommand.PostFile(BO, "p1", file)), "participant.gone");

        world.tell(new RoomCommand.End());
        assertThat(world.roomStore.lines(ACME, MEETING)).isEmpty();
    }

    @Test
    void whoComesBackKnowsTheOwnLinesOfTheChat() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(BO, new RoomAction.Chat("From me"));
        world.hears(BO, "\"text\":\"From me\",\"own\":true");
        world.hears(ANN, "\"text\":\"From me\",\"own\":false");
        world.tell(new RoomCommand.Leave(BO));

        world.join(CY, "Bo", Optional.empty());
        world.hears(CY, "{\"chat\":{\"all\":[{", "\"text\":\"From me\",\"own\":true");
        world.tell(new RoomCommand.Leave(CY));
        world.cy();
        world.hears(CY, "{\"chat\":{\"all\":[{", "\"text\":\"From me\",\"own\":false");
    }

    @Test
    void whatBrowsersReportIsKeptOfTheStay() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.tell(new RoomCommand.Measured(BO, roundTrip(20)));
        world.tell(new RoomCommand.Measured(BO, roundTrip(9000)));
        world.clock.pass(Duration.ofSeconds(30));
        world.tell(new RoomCommand.Measured(BO, roundTrip(50)));

        assertThat(world.qualities()).containsOnlyKeys(MEETING + "/" + BO);
        var quality = world.qualities().values().iterator().next();
        assertThat(quality.reports())
                .as("one that comes too fast is not counted")
                .isEqualTo(2);
        assertThat(quality.roundTrip()).contains(new Quality.Range(20, 50, 70, 2));
        assertThat(quality.roundTrip().orElseThrow().average()).isEqualTo(35);
        assertThat(quality.loss()).isEmpty();
        world.refused(() -> world.tell(new RoomCommand.Measured("ffffffff", roundTrip(1))), "participant.gone");
    }

    private static Quality.Sample roundTrip(double milliseconds) {
        return new Quality.Sample(
                Optional.of(milliseconds), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void whoWritesWithoutPauseIsHeldUp() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        for (int i = 0; i < 10; i++) {
            world.act(ANN, new RoomAction.React(Reaction.CLAP));
        }
        world.refused(() -> world.act(ANN, new RoomAction.Chat("more")), "meeting.pace");
        world.clock.pass(Duration.ofSeconds(2));
        world.act(ANN, new RoomAction.Chat("more"));
        world.refused(() -> world.act(ANN, new RoomAction.Chat(" ")), "chat.length");
        world.refused(() -> world.act(ANN, new RoomAction.Chat("x".repeat(2001))), "chat.length");
    }

    @Test
    void hostsKeepAPaceToo() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        for (int i = 0; i < 20; i++) {
            world.act(ANN, new RoomAction.Lock(true));
            world.act(ANN, new RoomAction.Lock(false));
        }
        world.refused(() -> world.act(ANN, new RoomAction.Lock(true)), "meeting.pace");
        world.clock.pass(Duration.ofSeconds(1));
        world.act(ANN, new RoomAction.Lock(true));
    }

    @Test
    void handsAreUpInOrder() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.cy();
        world.act(CY, new RoomAction.Hand(Optional.empty(), true));
        world.clock.pass(Duration.ofSeconds(1));
        world.act(BO, new RoomAction.Hand(Optional.empty(), true));
        world.hears(ANN, "\"hands\":[\"" + CY + "\",\"" + BO + "\"]");
        world.refused(() -> world.act(BO, new RoomAction.Hand(Optional.of(CY), false)), "meeting.host-only");
        world.act(ANN, new RoomAction.Hand(Optional.of(CY), false));
        world.hears(ANN, "\"hands\":[\"" + BO + "\"]");
        world.act(BO, new RoomAction.React(Reaction.HEART));
        world.hears(ANN, "{\"reaction\":{\"participant\":\"" + BO + "\",\"reaction\":\"HEART\"}}");
    }

    @Test
    void whatACaptionerWritesDownIsReadByThoseWhoHearIt() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.captioner.say(ACME, MEETING, new Caption(ANN, "Good morning", true));
        world.hears(BO, "{\"caption\":{", "\"text\":\"Good morning\"");
        world.tell(new RoomCommand.End());
        assertThat(world.captioner.follows(ACME, MEETING)).isFalse();
    }

    @Test
    @Tag("S1.37")
    void whichWaysWorkIsToldWithTheNetwork() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.bo();
        var ways = new RoomAction.Checked(false, Optional.empty(), Optional.of(false), Optional.of(true));
        world.tell(new RoomCommand.Examined(BO, "192.0.2.0/24", ways));
        assertThat(world.events.last("meeting.connection.checked").data())
                .contains("\"network\":\"192.0.2.0/24\"", "\"udp\":false", "\"turnTls\":true")
                .doesNotContain("turnUdp");
    }

    @Test
    void guestsAreRenamedAndMembersAreNot() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(BO, new RoomAction.Rename(Optional.empty(), "Bo of Acme"));
        world.tell(new RoomCommand.Act(Actor.script(), new RoomAction.Rename(Optional.of(BO), "Bo, Acme Ltd")));
        assertThat(world.stays()).containsExactly("Ann", "Bo, Acme Ltd");
        world.tell(new RoomCommand.Leave(BO));
        world.bo();
        assertThat(world.names()).containsExactly("Ann", "Bo, Acme Ltd");
        world.refused(() -> world.act(ANN, new RoomAction.Rename(Optional.empty(), "Anna")), "rename.member");
        world.refused(() -> world.act(BO, new RoomAction.Rename(Optional.of(ANN), "Anna")), "meeting.host-only");
        world.refused(() -> world.act(BO, new RoomAction.Rename(Optional.empty(), "")), "name.length");
    }

    @Test
    void ofALongChatLaterOnesReadTheEnd() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        for (int i = 0; i < 60; i++) {
            world.clock.pass(Duration.ofSeconds(1));
            world.tell(new RoomCommand.Act(Actor.script(), new RoomAction.Chat("line " + i + " " + "x".repeat(1980))));
        }
        world.bo();
        world.hears(BO, "{\"chat\":{\"all\":[{", "line 59");
        assertThat(world.heardBy(BO)).noneMatch(text -> text.contains("line 5 "));
    }

    @Test
    void whatIsNoTextIsNotSaid() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.act(ANN, new RoomAction.Chat("one\n\ttwo"));
        world.refused(() -> world.act(ANN, new RoomAction.Chat("a\u0000b")), "chat.characters");
        world.refused(() -> world.act(ANN, new RoomAction.Chat("a\ud83db")), "chat.characters");
    }

    @Test
    void whoNamesStreamsThatCannotBeIsMutedAllTheSame() {
        world.meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        world.ann();
        world.bo();
        world.act(BO, new RoomAction.Share(true, false));
        world.sends(BO);
        world.refused(
                () -> world.tell(new RoomCommand.Send(
                        BO, List.of(new RoomCommand.SentTrack("0", "smell", 10, Optional.empty())))),
                "mid.unknown");
        world.act(ANN, new RoomAction.MuteOne(BO, true, false));
        assertThat(world.sent(BO)).containsExactly(SourceKind.CAMERA, SourceKind.DESKTOP);

        world.bridge.taken(99);
        world.refused(
                () -> world.tell(new RoomCommand.Send(
                        BO, List.of(new RoomCommand.SentTrack("2", "screen", 99, Optional.of(98L))))),
                "media.conflict");
        assertThat(world.sent(BO)).isEmpty();
        world.act(ANN, new RoomAction.StopShare(BO));
        world.hears(BO, "{\"shareStopped\":{}}");
    }
}
