package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.phonemedia.PhoneMediaService;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;

/** Phones on the stand-in. */
class PhoneOnVideobridgeTest implements PhoneContract {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final EmbeddedBridge MEDIA = new EmbeddedBridge(new Settings());
    private static final PhoneMediaService PHONES = new PhoneMediaService(new PhoneSettings(34_200));

    private final JvbStub stub;
    private final JvbBridge bridge;

    PhoneOnVideobridgeTest() throws IOException {
        stub = new JvbStub(MEDIA, "", LoopbackPeer::new);
        bridge = new JvbBridge(
                "stand-in", stub.url(), "", 0, new LoopbackTrustedHttp(), TIMING, () -> Optional.of(MEDIA));
    }

    @BeforeEach
    void start() {
        bridge.start();
        await().until(() -> bridge.stats().healthy());
    }

    @AfterEach
    void stop() throws IOException {
        bridge.close();
        stub.close();
        assertThat(stub.refusals()).isEmpty();
    }

    @Override
    public MediaBridge bridge() {
        return bridge;
    }

    @Override
    public PhoneMedia phones() {
        return PHONES;
    }
}
