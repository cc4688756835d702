package org.patchbay.media.forwarding;

import java.time.Duration;

/** How long an endpoint may take to connect, and may live without consent (RFC 7675, section 5.1). Immutable. */
public record Patience(Duration toConnect, Duration withoutConsent) {

    /** A minute for a person who hesitates at the camera prompt, and what the RFC says. */
    public static Patience standard() {
        return new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30));
    }

    /** With another server, which answers at once or not at all. */
    public static Patience withServers() {
        return new Patience(Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    long toConnectNanos() {
        return toConnect.toNanos();
    }

    long withoutConsentNanos() {
        return withoutConsent.toNanos();
    }
}
