package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.CaptionerDirectory;
import org.patchbay.meetings.RecorderDirectory;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.InMemoryRoomStore;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceId;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class RoomsTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String MEETING = "018f0000-0000-7000-8000-0000000000aa";
    private static final String HOST = "0000000a";
    private static final String GUEST = "0000000b";

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final InMemoryRoomStore roomStore = new InMemoryRoomStore();
    private final RecordedEvents events = new RecordedEvents();
    private final RecordingBridge bridge = new RecordingBridge();
    private final MovableClock clock = new MovableClock(NOW);
    private final Rooms rooms = rooms("one");
    private final List<String> guestHears = new CopyOnWriteArrayList<>();

    private Rooms rooms(String node) {
        return new Rooms(
                cluster.node(node),
                new InMemoryUnitOfWork(),
                store,
                roomStore,
                events,
                new BridgeDirectory(List.of(bridge)),
                new CaptionerDirectory(),
                new RecorderDirectory(),
                2,
                Duration.ofMinutes(15),
                clock);
    }

    @BeforeEach
    void meet() {
        store.add(ACME, new StoredMeeting(MEETING, "Monday", "hash", "sealed", "p1", "Ann", NOW, Optional.empty()));
        rooms.post(MEETING).hear(GUEST, message -> guestHears.add(new String(message, StandardCharsets.UTF_8)));
    }

    @AfterEach
    void close() {
        rooms.close();
        cluster.close();
    }

    private List<Participant> tell(RoomCommand command) {
        return rooms.send(ACME, MEETING, command).join();
    }

    private void joinBoth() {
        tell(new RoomCommand.Join(
                HOST, "Ann", Optional.of("p1"), Optional.of("aa"), Optional.of("ann@acme.test"), Optional.empty()));
        tell(guest(GUEST, "Bo"));
    }

    private static RoomCommand.Join guest(String participant, String name) {
        return new RoomCommand.Join(
                participant,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("visit of " + name));
    }

    private void guestHears(String beginning) {
        await().untilAsserted(() -> assertThat(guestHears).anyMatch(text -> text.startsWith(beginning)));
    }

    @Test
    @Tag("S0.01")
    void whoJoinsGetsOneOfferAndEverybodyTheRoster() {
        joinBoth();

        guestHears("{\"joined\":{\"participant\":\"0000000b\"");
        guestHears("{\"offer\":{");
        guestHears("{\"roster\":");
        assertThat(guestHears).filteredOn(text -> text.startsWith("{\"offer\"")).hasSize(1);
        assertThat(tell(new RoomCommand.Look()))
                .extracting(Participant::name, Participant::host)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ann", true),
                        org.assertj.core.groups.Tuple.tuple("Bo", false));
        assertThat(events.types()).containsExactly("meeting.participant.joined", "meeting.participant.joined");
        assertThat(store.stays(ACME, MEETING)).hasSize(2);
    }

    @Test
    void sourcesReachTheBridgeAndMidsReachTheReceiver() {
        joinBoth();
        tell(new RoomCommand.Send(HOST, List.of(new RoomCommand.SentTrack("1", "camera", 11, Optional.of(12L)))));
        assertThat(bridge.onlySource(HOST).orElseThrow().ssrcs()).containsExactly(11L, 12L);

        bridge.listener().sourcesMapped(new EndpointId(GUEST), Map.of("v0", new SourceId(HOST + "-v0")));
        guestHears("{\"mapping\":{\"v0\":{\"participant\":\"0000000a\",\"source\":\"camera\"}}}");
    }

    @Test
    void aSenderHearsHowLargeItIsWanted() {
        joinBoth();
        bridge.listener().senderConstraints(new EndpointId(GUEST), new SourceId(GUEST + "-v0"), 360);
        guestHears("{\"wanted\":{\"camera\":360}}");
    }

    @Test
    void refusesALineNobodySendsOn() {
        joinBoth();
        assertThatThrownBy(() -> tell(new RoomCommand.Send(
                        HOST, List.of(new RoomCommand.SentTrack("v0", "camera", 11, Optional.of(12L))))))
                .hasRootCauseInstanceOf(PatchbayException.class);
    }

    @Test
    void theHostMutesAndRemoves() {
        joinBoth();
        tell(new RoomCommand.Mute(GUEST, true, false, true));
        guestHears("{\"muted\":{\"audio\":true,\"video\":false}}");
        assertThat(bridge.calls).contains("mute 0000000b true false");

        tell(new RoomCommand.Remove(GUEST));
        guestHears("{\"removed\":");
        assertThat(tell(new RoomCommand.Look())).extracting(Participant::name).containsExactly("Ann");
        assertThat(events.types()).contains("meeting.participant.removed", "meeting.participant.left");
    }

    @Test
    @Tag("S0.21")
    void oneTooManyIsRefusedAndALeaveFreesThePlace() {
        joinBoth();
        var third = guest("0000000c", "Cy");
        assertThatThrownBy(() -> tell(third)).hasRootCauseMessage("The meeting is full");

        tell(new RoomCommand.Leave(GUEST));
        assertThat(tell(third)).hasSize(2);
    }

    @Test
    void lostMediaIsOfferedAgainAndGivenUpInTheEnd() {
        joinBoth();
        var listener = bridge.listener();
        for (int i = 0; i < 6; i++) {
            listener.endpointGone(new EndpointId(GUEST), Departure.CONSENT_LOST);
        }
        guestHears("{\"removed\":{\"reason\":\"media\"}");
        assertThat(guestHears).filteredOn(text -> text.startsWith("{\"offer\"")).hasSize(6);
    }

    @Test
    void aLostConferenceIsBuiltAnew() {
        joinBoth();
        var listener = bridge.listener();
        bridge.conferences.clear();
        listener.conferenceLost();

        await().until(() -> guestHears.stream()
                        .filter(text -> text.startsWith("{\"offer\""))
                        .count()
                == 2);
        assertThat(bridge.conferences).hasSize(1);
    }

    @Test
    void anEndedMeetingTellsEverybodyAndTakesNobody() {
        joinBoth();
        clock.pass(Duration.ofSeconds(90));
        tell(new RoomCommand.End());

        guestHears("{\"ended\":");
        assertThat(events.last("meeting.ended").data())
                .contains("\"seconds\":90")
                .contains("\"email\":\"ann@acme.test\"");
        assertThatThrownBy(() -> joinBoth()).hasRootCauseMessage("The meeting has ended");
        assertThat(bridge.conferences).isEmpty();
    }

    @Test
    void nobodyForAWhileEndsTheMeeting() {
        joinBoth();
        tell(new RoomCommand.Leave(HOST));
        tell(new RoomCommand.Leave(GUEST));
        clock.pass(Duration.ofMinutes(14));
        tell(new RoomCommand.Look());
        assertThat(events.types()).doesNotContain("meeting.ended");

        clock.pass(Duration.ofMinutes(2));
        tell(new RoomCommand.Look());
        assertThat(events.types()).contains("meeting.ended");
    }

    @Test
    void aNewOwnerClosesTheStaysThatALostNodeLeftOpen() {
        store.enter(
                ACME,
                new Stay(
                        MEETING + "/0000000d",
                        MEETING,
                        "Di",
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        Optional.empty()));
        clock.pass(Duration.ofSeconds(30));
        tell(new RoomCommand.Look());

        assertThat(events.last("meeting.participant.left").data())
                .contains("\"reason\":\"lost\"")
                .contains("\"participant\":\"0000000d\"");
        assertThat(store.stays(ACME, MEETING).get(0).left()).isPresent();
    }

    @Test
    void anotherPortalFindsNoRoom() {
        assertThatThrownBy(
                        () -> rooms.send(OTHER, MEETING, new RoomCommand.Look()).join())
                .hasRootCauseMessage("There is no such meeting");
    }

    @Test
    void withoutABridgeAJoinIsRefusedAndNothingRemains() {
        bridge.goDown();
        assertThatThrownBy(this::joinBoth)
                .rootCause()
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.UNAVAILABLE));
        assertThat(store.stays(ACME, MEETING)).isEmpty();
    }

    @Test
    void aGuestSitsOnceAndTheLaterSeatCounts() {
        joinBoth();
        tell(guest("0000000c", "Bo"));

        guestHears("{\"removed\":{\"reason\":\"replaced\"}");
        assertThat(tell(new RoomCommand.Who())).extracting(Participant::id).containsExactly(HOST, "0000000c");
    }

    @Test
    void whoComesInAndOutAllTheTimeIsHeldUp() {
        for (int i = 0; i < 20; i++) {
            tell(guest("000001" + (i + 10), "Bo"));
        }
        var again = guest("0000000c", "Bo");
        assertThatThrownBy(() -> tell(again)).hasRootCauseMessage("Joined too often; try again in a moment");
        tell(guest("0000000d", "Cy"));

        clock.pass(Duration.ofSeconds(16));
        assertThat(tell(again)).extracting(Participant::id).contains("0000000c");
    }

    @Test
    void anEndedMeetingNamesEachPersonOnce() {
        joinBoth();
        clock.pass(Duration.ofSeconds(60));
        tell(new RoomCommand.Leave(GUEST));
        for (int i = 0; i < 5; i++) {
            tell(guest("0000002" + i, "Bo"));
            clock.pass(Duration.ofSeconds(60));
            tell(new RoomCommand.Leave("0000002" + i));
            clock.pass(Duration.ofSeconds(30));
        }
        tell(new RoomCommand.End());

        assertThat(events.last("meeting.ended").data())
                .contains("\"name\":\"Bo\",\"joined\":\"2026-11-23T12:00:00Z\"")
                .contains("\"seconds\":360,\"stays\":6}],\"others\":0");
    }

    @Test
    void howManyCameDoesNotKeepAMeetingFromEnding() {
        for (int i = 0; i < 900; i++) {
            store.enter(
                    ACME,
                    new Stay(
                            MEETING + "/" + i,
                            MEETING,
                            "\"".repeat(58) + i,
                            Optional.empty(),
                            Optional.empty(),
                            NOW,
                            Optional.of(NOW)));
        }
        tell(new RoomCommand.End());

        String data = events.last("meeting.ended").data();
        assertThat(data).hasSizeLessThan(16_000).doesNotContain("\"others\":0");
    }

    @Test
    void askingWhoIsInEndsNothing() {
        tell(new RoomCommand.Look());
        clock.pass(Duration.ofMinutes(16));
        tell(new RoomCommand.Who());
        assertThat(events.types()).doesNotContain("meeting.ended");
    }
}
