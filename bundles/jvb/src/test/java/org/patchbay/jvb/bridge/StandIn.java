package org.patchbay.jvb.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.media.PaperBridge;

/** A stand-in of a videobridge with a bridge to it. */
final class StandIn implements AutoCloseable {

    /** Looks often, and is patient: on a busy machine an answer takes long though nothing hangs. */
    static final Timing PATIENT = new Timing(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(10));

    /** For what hangs. */
    static final Timing SHORT = new Timing(Duration.ofMillis(1_500), Duration.ofMillis(200), Duration.ofMillis(500));

    final PaperBridge media = new PaperBridge();
    final JvbStub stub;
    final JvbBridge bridge;

    StandIn() {
        this(0);
    }

    StandIn(int capacity) {
        this(capacity, PATIENT);
    }

    StandIn(int capacity, Timing timing) {
        try {
            stub = new JvbStub(media);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bridge = new JvbBridge(
                "frankfurt", stub.url(), "Frankfurt", capacity, new LoopbackTrustedHttp(), timing, Optional::empty);
        bridge.start();
    }

    @Override
    public void close() throws IOException {
        bridge.close();
        stub.close();
    }
}
