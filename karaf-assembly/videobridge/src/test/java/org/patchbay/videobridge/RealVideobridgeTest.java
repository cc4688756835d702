package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.BridgeRefusalsContract;
import org.patchbay.testing.media.Continuity;
import org.patchbay.testing.media.MediaPeer;

/** Against a real videobridge on this machine, whose address {@code E2E_JVB} names: {@code http://127.0.0.1:8080}. */
@EnabledIfEnvironmentVariable(named = "E2E_JVB", matches = "http.+")
class RealVideobridgeTest implements BridgeRefusalsContract {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final JvbBridge BRIDGE = new JvbBridge(
            "real",
            URI.create(System.getenv().getOrDefault("E2E_JVB", "http://127.0.0.1:8080")),
            "",
            0,
            new LoopbackTrustedHttp(),
            TIMING,
            Optional::empty);

    @BeforeAll
    static void start() {
        // It prepares the libraries that the peers use, too.
        new EmbeddedBridge(new Settings());
        BRIDGE.start();
        await().until(() -> BRIDGE.stats().healthy());
    }

    @AfterAll
    static void stop() {
        BRIDGE.close();
    }

    @Override
    public MediaBridge bridge() {
        return BRIDGE;
    }

    @Override
    public MediaPeer newPeer() {
        return new LoopbackPeer();
    }

    @Test
    void carriesVoiceAndPictureBetweenTwo() {
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
                        assertThat(conference.events().mapOf(bob.id()))
                                .containsEntry("a0", bob.sourceOf(alice, SourceKind.AUDIO));
                        assertThat(conference.events().mapOf(alice.id()))
                                .containsEntry("v0", alice.sourceOf(bob, SourceKind.CAMERA));
                    });
            assertThat(Continuity.isContinuous(bob.received("a0"))).isTrue();
            assertThat(bob.receivedFrom(alice, SourceKind.AUDIO))
                    .allSatisfy(packet -> assertThat(packet.mid()).isEqualTo("a0"));
        }
    }

    @Test
    void forgetsWhatIsOnTheMidsOfWhoLeft() throws Exception {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(conference.events().mapOf(bob.id())).isNotEmpty());
            bridge().expireEndpoint(conference.id(), alice.id());
            conference.pump(() -> {}, () -> assertThat(conference.events().mapOf(bob.id()))
                    .isEmpty());
        }
    }

    @Test
    void missesWhoFellSilent() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            alice.peer().fallSilent();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(conference.events().gone()).containsEntry(alice.id(), Departure.CONSENT_LOST));
        }
    }
}
