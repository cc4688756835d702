package org.patchbay.testing.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;

/** What every {@link MediaBridge} must do, seen by peers that speak WebRTC with it. */
public interface MediaBridgeContract extends BridgeRefusalsContract {

    @Test
    default void hasANameAndIsHealthy() {
        assertThat(bridge().name()).matches("[a-z][a-z0-9-]*");
        assertThat(bridge().profile().kind()).matches("[a-z][a-z0-9-]*");
        assertThat(bridge().stats().healthy()).isTrue();
        assertThat(bridge().stats().state()).isEqualTo(BridgeState.UP);
    }

    @Test
    default void carriesVoiceAndPictureBetweenTwo() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 30);
                        bob.peer().sendVideo(bob.camera(), true);
                    },
                    () -> {
                        assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(5);
                        assertThat(alice.receivedFrom(bob, SourceKind.CAMERA)).hasSizeGreaterThan(5);
                    });
            var heard = bob.receivedFrom(alice, SourceKind.AUDIO);
            assertThat(heard).allSatisfy(packet -> {
                assertThat(packet.payloadType()).isEqualTo(PayloadType.OPUS.number());
                assertThat(packet.mid()).isEqualTo("a0");
                assertThat(packet.ssrc()).isNotEqualTo(alice.audio());
            });
            assertThat(Continuity.isContinuous(heard)).isTrue();
        }
    }

    @Test
    default void takesAThirdWithoutANewOffer() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            var carol = conference.join("aaaa0003", 3000);
            conference.awaitConnected(carol);
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 30);
                        bob.peer().sendAudio(bob.audio(), 30);
                        carol.peer().sendAudio(carol.audio(), 30);
                    },
                    () -> {
                        assertThat(alice.receivedFrom(carol, SourceKind.AUDIO)).isNotEmpty();
                        assertThat(bob.receivedFrom(carol, SourceKind.AUDIO)).isNotEmpty();
                        assertThat(carol.receivedFrom(alice, SourceKind.AUDIO)).isNotEmpty();
                        assertThat(carol.receivedFrom(bob, SourceKind.AUDIO)).isNotEmpty();
                    });
            assertThat(conference.events().mapOf(alice.id()).values())
                    .contains(alice.sourceOf(carol, SourceKind.AUDIO));
        }
    }

    @Test
    default void stopsForwardingWhatIsMuted() throws BridgeException {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).isNotEmpty());
            bridge().forceMute(conference.id(), alice.id(), true, false);
            int before = bob.receivedFrom(alice, SourceKind.AUDIO).size();
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 30);
                        alice.peer().sendVideo(alice.camera(), true);
                    },
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.CAMERA)).hasSizeGreaterThan(10));
            assertThat(bob.receivedFrom(alice, SourceKind.AUDIO).size())
                    .as("at most what was under way when the mute came")
                    .isLessThanOrEqualTo(before + 1);
            bridge().forceMute(conference.id(), alice.id(), false, false);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(before + 3));
            assertThat(Continuity.isContinuous(bob.receivedFrom(alice, SourceKind.AUDIO)))
                    .isTrue();
        }
    }

    @Test
    default void saysThatTheLastSourceOfSomebodyIsGone() throws BridgeException {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(() -> {}, () -> assertThat(conference.events().mapOf(bob.id()))
                    .containsValue(SourceId.of(alice.id(), SourceKind.CAMERA)));
            bridge().setSources(conference.id(), alice.id(), List.of());
            conference.pump(() -> {}, () -> assertThat(conference.events().mapOf(bob.id()))
                    .isEmpty());
        }
    }

    @Test
    default void switchesTheSourceOfAMidWithoutABreak() throws BridgeException {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            var carol = conference.join("aaaa0003", 3000);
            conference.awaitConnected(alice, bob, carol);
            for (TestConference.Member shown : List.of(bob, carol, bob)) {
                SourceId camera = SourceId.of(shown.id(), SourceKind.CAMERA);
                var stage = new ReceiverConstraints(1, List.of(camera), 720, Map.of());
                bridge().setReceiverConstraints(conference.id(), alice.id(), stage);
                int before = alice.receivedFrom(shown, SourceKind.CAMERA).size();
                conference.pump(
                        () -> {
                            bob.sendVideo();
                            carol.sendVideo();
                        },
                        () -> {
                            assertThat(conference.events().mapOf(alice.id()))
                                    .containsEntry("v0", camera)
                                    .doesNotContainKey("v1");
                            assertThat(alice.receivedFrom(shown, SourceKind.CAMERA))
                                    .hasSizeGreaterThan(before + 10);
                        });
            }
            List<ReceivedPacket> stream = alice.received("v0");
            assertThat(stream.stream().map(ReceivedPacket::ssrc).distinct()).hasSize(1);
            assertThat(Continuity.isContinuous(stream)).isTrue();
            assertThat(Continuity.startsWithKeyFrames(stream)).isTrue();
        }
    }

    @Test
    default void sendsTheLayerThatIsWantedAsOneStream() throws BridgeException {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.simulcast(alice);
            conference.awaitConnected(alice, bob);
            SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
            var heights = List.of(180, 720, 360, 180);
            for (int height : heights) {
                bridge().setReceiverConstraints(
                                conference.id(),
                                bob.id(),
                                new ReceiverConstraints(-1, List.of(), 0, Map.of(camera, height)));
                long wanted = alice.layers().get(height == 180 ? 0 : height == 360 ? 1 : 2);
                int before = bob.received("v0").size();
                conference.pump(alice::sendLayers, () -> {
                    List<ReceivedPacket> shown = bob.received("v0");
                    assertThat(shown.size()).isGreaterThan(before + 10);
                    assertThat(shown.subList(shown.size() - 5, shown.size()))
                            .allMatch(packet -> packet.origin() == wanted);
                    assertThat(conference.events().heights()).containsEntry(camera, height);
                });
            }
            List<ReceivedPacket> stream = bob.received("v0");
            assertThat(stream.stream().map(ReceivedPacket::ssrc).distinct()).hasSize(1);
            assertThat(Continuity.isContinuous(stream)).isTrue();
            assertThat(Continuity.startsWithKeyFrames(stream)).isTrue();
        }
    }

    @Test
    default void asksTheSenderForAKeyFrame() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendVideo(alice.camera(), true),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.CAMERA)).isNotEmpty());
            int before = alice.peer().pictureLosses(alice.camera());
            long ssrc = bob.received("v0").get(0).ssrc();
            bob.peer().sendPictureLoss(ssrc);
            conference.pump(() -> {}, () -> assertThat(alice.peer().pictureLosses(alice.camera()))
                    .isGreaterThan(before));
        }
    }

    @Test
    default void sendsAgainWhatAReceiverMisses() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendVideo(alice.camera(), true),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.CAMERA)).hasSizeGreaterThan(5));
            ReceivedPacket missed = bob.received("v0").get(3);
            bob.peer().sendNack(missed.ssrc(), missed.sequence());
            conference.pump(() -> {}, () -> assertThat(bob.peer().received()).anySatisfy(packet -> {
                assertThat(packet.retransmitted()).isTrue();
                assertThat(packet.mid()).isEqualTo("v0");
                assertThat(packet.ssrc()).isNotEqualTo(missed.ssrc());
                assertThat(packet.sequence()).isEqualTo(missed.sequence());
                assertThat(packet.payload()).isEqualTo(missed.payload());
            }));
        }
    }

    @Test
    default void reportsArrivalToTheSender() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(alice.peer().transportReports()).isGreaterThan(2));
        }
    }

    @Test
    default void namesTheDominantSpeaker() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.soundOfScreen(alice);
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.screenSound(), 1);
                        bob.peer().sendAudio(bob.audio(), 20);
                    },
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.DESKTOP_AUDIO))
                            .hasSizeGreaterThan(30));
            // What a screen plays is heard and makes nobody the speaker.
            assertThat(conference.events().speakers()).containsExactly(bob.id());
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 20);
                        bob.peer().sendAudio(bob.audio(), 127);
                    },
                    () -> assertThat(conference.events().speakers()).endsWith(alice.id()));
        }
    }

    @Test
    default void refusesAWrongFingerprint() throws BridgeException {
        try (var conference = open()) {
            var id = new EndpointId("aaaa0001");
            var offered = bridge().addEndpoint(conference.id(), id, EndpointOptions.standard());
            MediaPeer peer = conference.adopt(newPeer());
            RemoteTransport answer = peer.answer(offered);
            var other = new Fingerprint("AB:".repeat(31) + "AB");
            bridge().setRemoteTransport(
                            conference.id(),
                            id,
                            new RemoteTransport(answer.ufrag(), answer.pwd(), other, answer.candidates()));
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().gone()).containsEntry(id, Departure.DTLS_FAILED));
            assertThat(conference.events().connected()).isEmpty();
        }
    }

    @Test
    default void missesWhoNoLongerConsents() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            alice.peer().fallSilent();
            conference.pump(() -> {}, () -> assertThat(conference.events().gone())
                    .containsEntry(alice.id(), Departure.CONSENT_LOST));
        }
    }

    @Test
    default void noticesWhoSaysGoodbye() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            alice.peer().sayGoodbye();
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().gone()).containsEntry(alice.id(), Departure.CLOSED));
        }
    }
}
