package org.patchbay.jvb.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.media.RecordedEvents;

class JvbBridgeTest {

    private static final ConferenceId ROOM = new ConferenceId("room-0");
    private static final EndpointId ALICE = new EndpointId("aaaa0001");
    private static final EndpointId BOB = new EndpointId("aaaa0002");
    private static final SourceId VOICE = SourceId.of(ALICE, SourceKind.AUDIO);
    private static final SourceId CAMERA = SourceId.of(ALICE, SourceKind.CAMERA);
    private static final RemoteTransport ANSWER = new RemoteTransport(
            "ufra", "pwdpwdpwdpwdpwdpwdpwdpwd", new Fingerprint("AB:".repeat(31) + "AB"), List.of());

    private final StandIn server = new StandIn();
    private final JvbBridge bridge = server.bridge;
    private final RecordedEvents events = new RecordedEvents();

    @BeforeEach
    void up() {
        awaitState(BridgeState.UP);
    }

    @AfterEach
    void everyRequestWasRight() throws Exception {
        server.close();
        assertThat(server.stub.refusals())
                .as("what no videobridge would take")
                .allMatch(refusal -> refusal.contains(" 404 ") || refusal.contains(" 50"));
    }

    @Test
    void saysWhatItIs() {
        assertThat(bridge.name()).isEqualTo("frankfurt");
        assertThat(bridge.profile()).isEqualTo(new BridgeProfile("jitsi-videobridge", "Frankfurt", 0));
    }

    @Test
    void offersTheVideobridgesTransport() throws Exception {
        bridge.createConference(ROOM, events);
        var transport = bridge.addEndpoint(ROOM, ALICE, EndpointOptions.standard());
        assertThat(transport.ufrag()).isEqualTo("paperaaaa0001");
        assertThat(transport.candidates())
                .containsExactly(new Candidate("1", "udp", 2_130_706_431, "192.0.2.2", 10_000, Candidate.Type.HOST));
    }

    @Test
    void tellsSourcesMutesAndWishes() throws Exception {
        join(ALICE, 100);
        bridge.forceMute(ROOM, ALICE, true, false);
        bridge.setReceiverConstraints(ROOM, ALICE, new ReceiverConstraints(2, List.of(), 180, Map.of()));
        await().untilAsserted(() -> assertThat(server.media.told())
                .contains(
                        "aaaa0001 answers ufra with 0",
                        "aaaa0001 sends [aaaa0001-a0, aaaa0001-v0]",
                        "aaaa0001 muted true false",
                        "aaaa0001 wants 2 [] 180 {}"));
    }

    @Test
    void tellsWhoConnected() throws Exception {
        join(ALICE, 100);
        media().endpointConnected(ALICE);
        await().untilAsserted(() -> assertThat(events.connected()).containsExactly(ALICE));
    }

    @Test
    void tellsWhatIsOnWhichMidAndForgetsWhatIsGone() throws Exception {
        join(ALICE, 100);
        join(BOB, 200);
        media().sourcesMapped(BOB, Map.of("a0", VOICE, "v0", CAMERA));
        awaitMap(BOB, Map.of("a0", VOICE, "v0", CAMERA));
        media().sourcesMapped(BOB, Map.of("a0", VOICE));
        awaitMap(BOB, Map.of("a0", VOICE));
        bridge.setSources(ROOM, ALICE, List.of());
        awaitMap(BOB, Map.of());
    }

    @Test
    void tellsSpeakersAndWhatIsWanted() throws Exception {
        join(ALICE, 100);
        join(BOB, 200);
        await().until(() -> wantsCount(BOB) > 0 && wantsCount(ALICE) > 0);
        media().dominantSpeaker(ALICE);
        media().senderConstraints(ALICE, CAMERA, 360);
        await().untilAsserted(() -> {
            assertThat(events.speakers()).containsExactly(ALICE);
            assertThat(events.heights()).containsEntry(CAMERA, 360);
        });
    }

    @Test
    void missesWhoFellSilent() throws Exception {
        join(ALICE, 100);
        join(BOB, 200);
        media().endpointConnected(ALICE);
        await().until(() -> events.connected().contains(ALICE));
        await().until(() -> wantsCount(BOB) > 0);
        media().endpointGone(ALICE, Departure.CONSENT_LOST);
        await().untilAsserted(() -> assertThat(events.gone()).containsEntry(ALICE, Departure.CONSENT_LOST));
        await().untilAsserted(() -> assertThat(server.media.told()).contains("aaaa0001 expired"));
    }

    @Test
    void tellsThatIceFailed() throws Exception {
        join(ALICE, 100);
        media().endpointGone(ALICE, Departure.ICE_FAILED);
        await().untilAsserted(() -> assertThat(events.gone()).containsEntry(ALICE, Departure.ICE_FAILED));
    }

    @Test
    void opensItsSocketsAgainAndSaysOnceMoreWhatIsWanted() throws Exception {
        join(ALICE, 100);
        await().until(() -> wantsCount(ALICE) == 1);
        media().sourcesMapped(ALICE, Map.of("a0", VOICE));
        server.stub.cutSockets();
        await().atMost(Duration.ofSeconds(30)).until(() -> wantsCount(ALICE) == 2);
        media().senderConstraints(ALICE, CAMERA, 180);
        await().untilAsserted(() -> assertThat(events.heights()).containsEntry(CAMERA, 180));
        assertThat(wantsCount(ALICE)).as("opened once, not over and over").isEqualTo(2);
        assertThat(bridge.stats().state()).isEqualTo(BridgeState.UP);
        assertThat(events.gone()).isEmpty();
        media().dominantSpeaker(ALICE);
        await().untilAsserted(() -> assertThat(events.speakers()).containsExactly(ALICE));
    }

    @Test
    void losesTheConferencesOfAVideobridgeThatForgotThem() throws Exception {
        var lost = new LostConferences();
        bridge.createConference(ROOM, lost);
        bridge.addEndpoint(ROOM, ALICE, EndpointOptions.standard());
        await().until(() -> wantsCount(ALICE) > 0);
        server.stub.forget();
        await().untilAsserted(() -> assertThat(lost.count()).isEqualTo(1));
        assertReason(Reason.NO_CONFERENCE, () -> bridge.setSources(ROOM, ALICE, List.of()));
    }

    @Test
    void answersNoConferenceToACallAfterTheVideobridgeForgotIt() throws Exception {
        join(ALICE, 100);
        server.stub.forget();
        assertReason(Reason.NO_CONFERENCE, () -> bridge.setSources(ROOM, ALICE, List.of()));
    }

    @Test
    void isDownWithinTwoSecondsAndLosesItsConferences() throws Exception {
        try (var hasty = new StandIn(0, StandIn.SHORT)) {
            await().until(() -> hasty.bridge.stats().state() == BridgeState.UP);
            var lost = new LostConferences();
            hasty.bridge.createConference(ROOM, lost);
            hasty.bridge.addEndpoint(ROOM, ALICE, EndpointOptions.standard());
            hasty.stub.hang();
            await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
                assertThat(hasty.bridge.stats().state()).isEqualTo(BridgeState.DOWN);
                assertThat(lost.count()).isEqualTo(1);
            });
            assertReason(Reason.UNAVAILABLE, () -> hasty.bridge.createConference(new ConferenceId("room-1"), events));
            hasty.stub.goOn();
            await().until(() -> hasty.bridge.stats().state() == BridgeState.UP);
            hasty.bridge.createConference(new ConferenceId("room-2"), events);
        }
    }

    @Test
    void isDownWhenItSaysItIsIll() {
        server.stub.healthy(false);
        awaitState(BridgeState.DOWN);
        assertThat(bridge.stats().detail()).contains("No valid addresses available for ICE");
    }

    @Test
    void takesNothingMoreWhileItDrains() throws Exception {
        join(ALICE, 100);
        server.stub.draining(true);
        awaitState(BridgeState.FULL);
        assertReason(Reason.FULL, () -> bridge.createConference(new ConferenceId("room-1"), events));
        bridge.setSources(ROOM, ALICE, List.of());
    }

    @Test
    void takesNoMoreThanItsCapacity() throws Exception {
        try (var small = new StandIn(1)) {
            await().until(() -> small.bridge.stats().state() == BridgeState.UP);
            small.bridge.createConference(ROOM, events);
            small.bridge.addEndpoint(ROOM, ALICE, EndpointOptions.standard());
            assertReason(Reason.FULL, () -> small.bridge.addEndpoint(ROOM, BOB, EndpointOptions.standard()));
            await().until(() -> small.bridge.stats().state() == BridgeState.FULL);
        }
    }

    @Test
    void beginsAConferenceAnewThatEndedWithItsLastEndpoint() throws Exception {
        join(ALICE, 100);
        bridge.expireEndpoint(ROOM, ALICE);
        await().until(() -> server.stub.conferences() == 0);
        join(BOB, 200);
        assertThat(server.stub.conferences()).isEqualTo(1);
        bridge.expireConference(ROOM);
        assertThat(server.stub.conferences()).isZero();
    }

    @Test
    void refusesOtherCredentialsForTheSameEndpoint() throws Exception {
        join(ALICE, 100);
        bridge.setRemoteTransport(ROOM, ALICE, ANSWER);
        var other = new RemoteTransport("othe", ANSWER.pwd(), ANSWER.fingerprint(), List.of());
        assertReason(Reason.CONFLICT, () -> bridge.setRemoteTransport(ROOM, ALICE, other));
    }

    @Test
    void endsItsConferencesWhenItIsClosed() throws Exception {
        var lost = new LostConferences();
        bridge.createConference(ROOM, lost);
        bridge.addEndpoint(ROOM, ALICE, EndpointOptions.standard());
        bridge.close();
        await().untilAsserted(() -> assertThat(lost.count()).isEqualTo(1));
        assertThat(server.stub.conferences()).isZero();
    }

    private void join(EndpointId endpoint, long ssrc) throws BridgeException {
        if (server.stub.conferences() == 0 && server.stub.requests().isEmpty()) {
            bridge.createConference(ROOM, events);
        }
        bridge.addEndpoint(ROOM, endpoint, EndpointOptions.standard());
        bridge.setSources(
                ROOM, endpoint, List.of(Source.audio(endpoint, ssrc), Source.camera(endpoint, ssrc + 1, ssrc + 2)));
        bridge.setRemoteTransport(ROOM, endpoint, ANSWER);
    }

    private long wantsCount(EndpointId endpoint) {
        return server.media.told().stream()
                .filter(line -> line.startsWith(endpoint + " wants"))
                .count();
    }

    private BridgeEvents media() {
        return server.media.events(ROOM);
    }

    private void awaitState(BridgeState state) {
        await().untilAsserted(() -> assertThat(bridge.stats().state()).isEqualTo(state));
    }

    private void awaitMap(EndpointId receiver, Map<String, SourceId> map) {
        await().untilAsserted(() -> assertThat(events.mapOf(receiver)).isEqualTo(map));
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThat(catchThrowableOfType(BridgeException.class, call).reason()).isEqualTo(reason);
    }

    private static final class LostConferences implements BridgeEvents {

        private int lost;

        @Override
        public synchronized void conferenceLost() {
            lost++;
        }

        synchronized int count() {
            return lost;
        }
    }
}
