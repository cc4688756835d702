package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.media.MediaBridgeContract;
import org.patchbay.testing.media.MediaPeer;

/** The contract of every bridge, kept over Colibri2 with the media of the embedded bridge behind the stand-in. */
class JvbBridgeContractTest implements MediaBridgeContract {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final EmbeddedBridge MEDIA = new EmbeddedBridge(new Settings());
    private static final JvbStub STUB = stub();
    private static final JvbBridge BRIDGE =
            new JvbBridge("stand-in", URI.create(STUB.url().toString()), "", 0, new LoopbackTrustedHttp(), TIMING);

    private static JvbStub stub() {
        try {
            return new JvbStub(MEDIA);
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

    /** A videobridge hands its packets to nobody. */
    @Override
    public boolean canBeTapped() {
        return false;
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
