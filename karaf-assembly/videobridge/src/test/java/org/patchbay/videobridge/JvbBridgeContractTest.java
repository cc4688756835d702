package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.media.MediaBridgeContract;
import org.patchbay.testing.media.MediaPeer;
import org.patchbay.testing.media.RecordedTap;

/** The contract of every bridge, kept over Colibri2 with the media of the embedded bridge behind the stand-in. */
class JvbBridgeContractTest implements MediaBridgeContract {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final EmbeddedBridge MEDIA = new EmbeddedBridge(new Settings());
    private static final JvbStub STUB = stub();
    private static final JvbBridge BRIDGE = new JvbBridge(
            "stand-in",
            URI.create(STUB.url().toString()),
            "",
            0,
            new LoopbackTrustedHttp(),
            TIMING,
            () -> Optional.of(MEDIA));

    private static JvbStub stub() {
        try {
            return new JvbStub(MEDIA, "", LoopbackPeer::new);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeAll
    static void start() {
        BRIDGE.start();
        await().until(() -> BRIDGE.stats().healthy());
    }

    @AfterAll
    static void stop() throws IOException {
        BRIDGE.close();
        STUB.close();
        assertThat(STUB.refusals())
                .as("what no videobridge would take, but what the contract provokes")
                .allMatch(refusal -> refusal.contains(" 404 "));
    }

    @Override
    public MediaBridge bridge() {
        return BRIDGE;
    }

    @Override
    public MediaPeer newPeer() {
        return new LoopbackPeer();
    }

    /** A videobridge forwards the layers of a picture as one stream, under the SSRC of the first. */
    @Override
    @Test
    public void aTapIsShownWhatNobodyElseLooksAt() throws BridgeException {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.simulcast(alice);
            conference.awaitConnected(alice);
            SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
            var tap = new RecordedTap();
            bridge().tap(conference.id(), tap);
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().heights()).containsEntry(camera, 720));
            long first = alice.layers().get(0);
            long best = alice.layers().get(2);
            conference.pump(
                    () -> {
                        alice.sendLayers();
                        tap.tap().requestKeyFrame(best);
                    },
                    () -> {
                        assertThat(tap.heardOf(first)).hasSizeGreaterThan(5);
                        assertThat(alice.peer().pictureLosses(best)).isPositive();
                    });
            tap.tap().close();
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().heights()).containsEntry(camera, 0));
            assertThat(STUB.listeners()).isZero();
        }
    }

    /** A videobridge does not tell a goodbye from silence. */
    @Override
    @Test
    public void noticesWhoSaysGoodbye() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            alice.peer().sayGoodbye();
            conference.pump(() -> {}, () -> assertThat(conference.events().gone())
                    .containsEntry(alice.id(), Departure.CONSENT_LOST));
        }
    }

    /** The embedded bridge waits for half a minute as the RFC says, the contract's test for a quarter. */
    @Override
    @Test
    public void missesWhoNoLongerConsents() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            alice.peer().fallSilent();
            await().atMost(Duration.ofSeconds(45))
                    .untilAsserted(() ->
                            assertThat(conference.events().gone()).containsEntry(alice.id(), Departure.CONSENT_LOST));
        }
    }
}
