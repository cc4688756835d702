package org.patchbay.media;

import java.time.Duration;
import org.patchbay.media.forwarding.Patience;

/** Bridges for what is not a unit test. */
public final class TestBridges {

    private TestBridges() {}

    /** On any free port of loopback. */
    public static EmbeddedBridge onLoopback() {
        var patience = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(30));
        return new EmbeddedBridge(new TestSettings(0, "127.0.0.1", ""), patience);
    }

    /** Ends it. */
    public static void stop(EmbeddedBridge bridge) {
        bridge.stop();
    }
}
