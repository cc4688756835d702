package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.room.RoomAction.Reaction;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.meetings.Caption;
import org.patchbay.spi.meetings.Captioner;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** What people do in a room apart from their media. */
final class RoomLifeTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    private static final String ANN = "0000000a";
    private static final String BO = "0000000b";
    private static final String CY = "0000000c";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final InMemoryRoomStore roomStore = new InMemoryRoomStore();
    private final RecordedEvents events = new RecordedEvents();
    private final RecordingBridge bridge = new RecordingBridge();
    private final MovableClock clock = new MovableClock(NOW);
    private final List<Consumer<Caption>> followed = new CopyOnWriteArrayList<>();
    private final CaptionerDirectory captioners = new CaptionerDirectory(List.of(new Captioner() {

        @Override
        public boolean serves(PortalId portal) {
            return portal.equals(ACME);
        }

        @Override
        public Registration follow(PortalId portal, String meeting, Consumer<Caption> captions) {
            followed.add(captions);
            return () -> followed.remove(captions);
        }
    }));
    private final List<Rooms> nodes = new ArrayList<>();
    private final Map<String, List<String>> heard = new HashMap<>();
    private Rooms rooms = rooms("one");

    private Rooms rooms(String node) {
        var made = new Rooms(
                cluster.node(node),
                new InMemoryUnitOfWork(),
                store,
                roomStore,
                events,
                new BridgeDirectory(List.of(bridge)),
                captioners,
                10,
                Duration.ofMinutes(15),
                clock);
        nodes.add(made);
        return made;
    }

    @BeforeEach
    void listen() {
        for (String participant : List.of(ANN, BO, CY)) {
            List<String> messages = new CopyOnWriteArrayList<>();
            heard.put(participant, messages);
            rooms.post(MEETING).hear(participant, text -> messages.add(new String(text, StandardCharsets.UTF_8)));
        }
    }

    @AfterEach
    void close() {
        nodes.forEach(Rooms::close);
        cluster.close();
    }

    private void meeting(Lobby lobby, ScreenSharing screens) {
        store.add(
                ACME,
                new StoredMeeting(
                        MEETING,
                        "Monday",
                        "hash",
                        "sealed",
                        "p1",
                        "Ann",
                        "standard",
                        "standard",
                        Optional.empty(),
                        lobby,
                        screens,
                        NOW,
                        Optional.empty()));
    }

    private List<Participant> tell(RoomCommand command) {
        return rooms.send(ACME, MEETING, command).join();
    }

    private List<Participant> join(String participant, String name, Optional<String> person) {
        return tell(new RoomCommand.Join(
                participant,
                name,
                person,
                Optional.empty(),
                Optional.empty(),
                person.isPresent() ? Optional.empty() : Optional.of("visit of " + name)));
    }

    private void ann() {
        join(ANN, "Ann", Optional.of("p1"));
    }

    private void bo() {
        join(BO, "Bo", Optional.empty());
    }

    private void cy() {
        join(CY, "Cy", Optional.of("p3"));
    }

    private void act(String participant, RoomAction action) {
        action.check();
        tell(new RoomCommand.Act(Actor.of(participant), action));
    }

    private List<String> heardBy(String participant) {
        return heard.getOrDefault(participant, List.of());
    }

    private void hears(String participant, String... parts) {
        await().untilAsserted(() -> assertThat(heardBy(participant))
                .anySatisfy(text -> assertThat(text).contains(parts)));
    }

    private void refused(ThrowingCallable call, String code) {
        Throwable thrown = catchThrowable(call);
        Throwable problem = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertThat(problem).isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(
                        refusal.errors().isEmpty()
                                ? refusal.code()
                                : refusal.errors().get(0).code())
                .isEqualTo(code));
    }

    private List<String> names() {
        return tell(new RoomCommand.Who()).stream().map(Participant::name).toList();
    }

    private List<SourceKind> sent(String participant) {
        return bridge.sources.getOrDefault(new EndpointId(participant), List.of()).stream()
                .map(Source::kind)
                .toList();
    }

    private void sends(String participant) {
        tell(new RoomCommand.Send(
                participant,
                List.of(
                        new RoomCommand.SentTrack("0", "audio", 10, Optional.empty()),
                        new RoomCommand.SentTrack("1", "camera", 11, Optional.of(12L)),
                        new RoomCommand.SentTrack("2", "screen", 13, Optional.of(14L)),
                        new RoomCommand.SentTrack("3", "screen-audio", 15, Optional.empty()))));
    }

    @Test
    @Tag("S1.38")
    void aGuestSharesAScreenWithItsSoundAndTheOthersKnow() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        sends(BO);
        assertThat(sent(BO)).containsExactly(SourceKind.AUDIO, SourceKind.CAMERA);

        act(BO, new RoomAction.Share(true, true));
        assertThat(sent(BO))
                .containsExactly(SourceKind.AUDIO, SourceKind.CAMERA, SourceKind.DESKTOP, SourceKind.DESKTOP_AUDIO);
        hears(ANN, "\"sharers\":[\"" + BO + "\"]");
        act(ANN, new RoomAction.Share(true, false));
        hears(BO, "\"sharers\":[\"" + ANN + "\",\"" + BO + "\"]");

        act(BO, new RoomAction.Share(false, false));
        assertThat(sent(BO)).containsExactly(SourceKind.AUDIO, SourceKind.CAMERA);
        assertThat(events.types())
                .containsSubsequence("meeting.screen.shared", "meeting.screen.shared", "meeting.screen.stopped");
    }

    @Test
    void aScreenGoesOnWhileCameraAndMicrophoneAreOff() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        tell(new RoomCommand.Mute(BO, true, true, false));
        act(BO, new RoomAction.Share(true, true));
        sends(BO);

        assertThat(sent(BO)).containsExactly(SourceKind.DESKTOP, SourceKind.DESKTOP_AUDIO);
        assertThat(bridge.calls).endsWith("mute " + BO + " false false");
        act(BO, new RoomAction.Share(false, false));
        assertThat(bridge.calls).endsWith("mute " + BO + " true true");
    }

    @Test
    @Tag("S1.38")
    void aGuestSharesByTheGrantOfAHostWhereTheRuleIsStricter() {
        meeting(Lobby.OFF, ScreenSharing.MEMBERS);
        ann();
        bo();
        cy();
        act(CY, new RoomAction.Share(true, false));
        refused(() -> act(BO, new RoomAction.Share(true, false)), "meeting.no-share");
        refused(() -> act(BO, new RoomAction.AllowShare(BO, true)), "meeting.host-only");

        act(ANN, new RoomAction.AllowShare(BO, true));
        act(BO, new RoomAction.Share(true, false));
        sends(BO);
        assertThat(sent(BO)).contains(SourceKind.DESKTOP);

        act(ANN, new RoomAction.StopShare(BO));
        hears(BO, "{\"shareStopped\":{}}");
        assertThat(sent(BO)).doesNotContain(SourceKind.DESKTOP);
        act(ANN, new RoomAction.Rules(Lobby.OFF, ScreenSharing.HOSTS));
        hears(CY, "{\"shareStopped\":{}}");
    }

    @Test
    void theChatGoesToAllAndLaterOnesReadIt() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        act(ANN, new RoomAction.Chat("Hello"));
        bo();
        hears(BO, "{\"chat\":{\"all\":[{", "\"text\":\"Hello\"");
        tell(new RoomCommand.Act(Actor.script(), new RoomAction.Chat("Ten minutes left")));
        hears(ANN, "\"name\":\"Patchbay\",\"text\":\"Ten minutes left\"");
        assertThat(events.last("meeting.chat.posted").data()).contains("Ten minutes left");

        var file = new ChatLine.Attachment("f1", "plan.pdf", 12);
        tell(new RoomCommand.PostFile(BO, "visit of Bo", file));
        hears(ANN, "\"file\":{\"id\":\"f1\",\"name\":\"plan.pdf\",\"size\":12}");
        refused(() -> tell(new RoomCommand.PostFile(BO, "p1", file)), "participant.gone");

        tell(new RoomCommand.End());
        assertThat(roomStore.lines(ACME, MEETING)).isEmpty();
    }

    @Test
    void whoWritesWithoutPauseIsHeldUp() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        for (int i = 0; i < 10; i++) {
            act(ANN, new RoomAction.React(Reaction.CLAP));
        }
        refused(() -> act(ANN, new RoomAction.Chat("more")), "meeting.pace");
        clock.pass(Duration.ofSeconds(2));
        act(ANN, new RoomAction.Chat("more"));
        refused(() -> act(ANN, new RoomAction.Chat(" ")), "chat.length");
        refused(() -> act(ANN, new RoomAction.Chat("x".repeat(2001))), "chat.length");
    }

    @Test
    void handsAreUpInOrder() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        cy();
        act(CY, new RoomAction.Hand(Optional.empty(), true));
        clock.pass(Duration.ofSeconds(1));
        act(BO, new RoomAction.Hand(Optional.empty(), true));
        hears(ANN, "\"hands\":[\"" + CY + "\",\"" + BO + "\"]");
        refused(() -> act(BO, new RoomAction.Hand(Optional.of(CY), false)), "meeting.host-only");
        act(ANN, new RoomAction.Hand(Optional.of(CY), false));
        hears(ANN, "\"hands\":[\"" + BO + "\"]");
        act(BO, new RoomAction.React(Reaction.HEART));
        hears(ANN, "{\"reaction\":{\"participant\":\"" + BO + "\",\"reaction\":\"HEART\"}}");
    }

    @Test
    void guestsWaitUntilAHostLetsThemInOrSendsThemAway() {
        meeting(Lobby.GUESTS, ScreenSharing.EVERYBODY);
        ann();
        bo();
        cy();
        assertThat(names()).containsExactly("Ann", "Cy");
        hears(BO, "{\"waiting\":{\"id\":\"" + MEETING);
        hears(ANN, "\"waiting\":[{\"id\":\"" + BO + "\",\"name\":\"Bo\",\"guest\":true}]");
        assertThat(heardBy(CY)).noneMatch(text -> text.contains("\"waiting\":[{"));
        refused(() -> act(BO, new RoomAction.Enter()), "meeting.lobby");
        refused(() -> act(CY, new RoomAction.Admit(BO)), "meeting.host-only");
        refused(() -> act(BO, new RoomAction.Admit(BO)), "participant.gone");

        act(ANN, new RoomAction.Admit(BO));
        hears(BO, "{\"admitted\":{}}");
        act(BO, new RoomAction.Enter());
        assertThat(names()).containsExactly("Ann", "Cy", "Bo");
        tell(new RoomCommand.Leave(BO));
        bo();
        assertThat(names()).as("who was let in once does not wait again").contains("Bo");

        act(ANN, new RoomAction.RemoveOne(BO));
        bo();
        assertThat(names()).doesNotContain("Bo");
        act(ANN, new RoomAction.Refuse(BO));
        hears(BO, "{\"removed\":{\"reason\":\"refused\"}}");
        assertThat(events.types())
                .contains("meeting.participant.waiting", "meeting.participant.admitted", "meeting.participant.refused");
    }

    @Test
    void everybodyComesInAtOnceWhenTheLobbyIsSwitchedOff() {
        meeting(Lobby.EVERYBODY, ScreenSharing.EVERYBODY);
        ann();
        bo();
        cy();
        assertThat(names()).containsExactly("Ann");
        act(ANN, new RoomAction.Rules(Lobby.OFF, ScreenSharing.EVERYBODY));
        hears(BO, "{\"admitted\":{}}");
        hears(CY, "{\"admitted\":{}}");
        tell(new RoomCommand.Leave(BO));
        act(CY, new RoomAction.Enter());
        assertThat(names()).containsExactly("Ann", "Cy");
    }

    @Test
    void aLockedMeetingTakesWhoWasInAndNobodyElse() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        act(ANN, new RoomAction.Lock(true));
        refused(this::cy, "meeting.locked");
        tell(new RoomCommand.Leave(BO));
        bo();
        assertThat(names()).containsExactly("Ann", "Bo");
        act(ANN, new RoomAction.Lock(false));
        cy();
    }

    @Test
    void hostRightsAreThePersonsAreHandedOnAndTakenBack() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        bo();
        cy();
        refused(() -> act(BO, new RoomAction.Lock(true)), "meeting.host-only");
        ann();
        act(ANN, new RoomAction.Host(BO, true));
        act(BO, new RoomAction.MuteAll());
        assertThat(tell(new RoomCommand.Who()))
                .filteredOn(Participant::audioMuted)
                .extracting(Participant::name)
                .containsExactly("Cy");
        refused(() -> act(BO, new RoomAction.Host(ANN, false)), "host.owner");
        refused(() -> act(BO, new RoomAction.RemoveOne(ANN)), "host.owner");

        tell(new RoomCommand.Leave(BO));
        bo();
        act(BO, new RoomAction.Lock(true));
        act(ANN, new RoomAction.Host(BO, false));
        refused(() -> act(BO, new RoomAction.Lock(false)), "meeting.host-only");
        assertThat(events.types()).contains("meeting.host.added", "meeting.host.removed", "meeting.locked");
    }

    @Test
    void whatTheRoomKnowsOutlivesItsNode() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        act(ANN, new RoomAction.Host(BO, true));
        act(ANN, new RoomAction.Lock(true));
        act(ANN, new RoomAction.OpenPoll("Lunch?", List.of("Yes", "No"), false));
        rooms.close();

        rooms = rooms("two");
        ann();
        bo();
        refused(this::cy, "meeting.locked");
        act(BO, new RoomAction.Lock(false));
        hears(BO, "\"question\":\"Lunch?\"");
    }

    @Test
    void aPollCountsEachOnceAndForgetsWhoSaidWhat() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        refused(() -> act(BO, new RoomAction.OpenPoll("Q", List.of("A", "B"), false)), "meeting.host-only");
        refused(() -> act(ANN, new RoomAction.OpenPoll("Q", List.of("A"), false)), "poll.options");
        act(ANN, new RoomAction.OpenPoll("Q", List.of("A", "B"), false));
        String poll = heardBy(BO).stream()
                .filter(text -> text.startsWith("{\"polls\""))
                .findFirst()
                .map(text -> text.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
                .orElseThrow();
        act(BO, new RoomAction.Vote(poll, List.of(0)));
        act(BO, new RoomAction.Vote(poll, List.of(1)));
        hears(BO, "\"votes\":[0,1],\"mine\":[1]");
        refused(() -> act(BO, new RoomAction.Vote(poll, List.of(0, 1))), "poll.choice");
        refused(() -> act(BO, new RoomAction.Vote(poll, List.of(2))), "poll.choice");

        act(ANN, new RoomAction.ClosePoll(poll));
        refused(() -> act(BO, new RoomAction.Vote(poll, List.of(0))), "poll.closed");
        assertThat(events.last("meeting.poll.closed").data()).contains("\"votes\":[0,1]");
        assertThat(roomStore.memory(ACME, MEETING).orElseThrow()).doesNotContain("\"visit of Bo\":[");
    }

    @Test
    void peopleGoToBreakoutRoomsAndAreCalledBack() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        cy();
        refused(() -> act(BO, new RoomAction.OpenBreakouts(List.of("One"), Map.of())), "meeting.host-only");
        act(ANN, new RoomAction.OpenBreakouts(List.of("One", "Two"), Map.of(BO, 0, CY, 1)));
        assertThat(bridge.conferences).as("the main room and two more").hasSize(3);
        hears(BO, "\"halls\":{\"b1\":\"One\",\"b2\":\"Two\"}", "\"" + BO + "\":\"b1\"", "\"" + CY + "\":\"b2\"");

        act(BO, new RoomAction.Chat("only for us"));
        hears(BO, "only for us");
        assertThat(heardBy(ANN)).noneMatch(text -> text.contains("only for us"));
        refused(() -> act(BO, new RoomAction.Move(Optional.empty(), "b2")), "meeting.host-only");
        refused(() -> act(ANN, new RoomAction.Move(Optional.empty(), "b9")), "breakouts.unknown");
        act(ANN, new RoomAction.Move(Optional.empty(), "b2"));
        act(BO, new RoomAction.Move(Optional.empty(), ""));
        act(ANN, new RoomAction.CloseBreakouts());
        assertThat(bridge.conferences).hasSize(1);
        hears(CY, "\"halls\":{},\"places\":{}");
        assertThat(names()).hasSize(3);
    }

    @Test
    void whatACaptionerWritesDownIsReadByThoseWhoHearIt() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        followed.get(0).accept(new Caption(ANN, "Good morning", true));
        hears(BO, "{\"caption\":{", "\"text\":\"Good morning\"");
        tell(new RoomCommand.End());
        assertThat(followed).isEmpty();
    }

    @Test
    @Tag("S1.37")
    void whichWaysWorkIsToldWithTheNetwork() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        bo();
        var ways = new RoomAction.Checked(false, Optional.empty(), Optional.of(false), Optional.of(true));
        tell(new RoomCommand.Examined(BO, "192.0.2.0/24", ways));
        assertThat(events.last("meeting.connection.checked").data())
                .contains("\"network\":\"192.0.2.0/24\"", "\"udp\":false", "\"turnTls\":true")
                .doesNotContain("turnUdp");
    }

    @Test
    void guestsAreRenamedAndMembersAreNot() {
        meeting(Lobby.OFF, ScreenSharing.EVERYBODY);
        ann();
        bo();
        act(BO, new RoomAction.Rename(Optional.empty(), "Bo of Acme"));
        tell(new RoomCommand.Act(Actor.script(), new RoomAction.Rename(Optional.of(BO), "Bo, Acme Ltd")));
        tell(new RoomCommand.Leave(BO));
        bo();
        assertThat(names()).containsExactly("Ann", "Bo, Acme Ltd");
        refused(() -> act(ANN, new RoomAction.Rename(Optional.empty(), "Anna")), "rename.member");
        refused(() -> act(BO, new RoomAction.Rename(Optional.of(ANN), "Anna")), "meeting.host-only");
        refused(() -> act(BO, new RoomAction.Rename(Optional.empty(), "")), "name.length");
    }

    @Test
    void aScriptEndsTheMeetingForThoseWhoWaitToo() {
        meeting(Lobby.GUESTS, ScreenSharing.EVERYBODY);
        bo();
        tell(new RoomCommand.Act(Actor.script(), new RoomAction.Finish()));
        hears(BO, "{\"ended\":{}}");
    }
}
