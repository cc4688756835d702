package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out when an endpoint's ICE and DTLS are done, which a videobridge tells only who asks. Thread-safe. */
final class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FOR_ICE = Duration.ofSeconds(20);
    private static final Duration FOR_DTLS = Duration.ofSeconds(8);

    private final Server server;
    private final JvbConference conference;

    Arrivals(Server server, JvbConference conference) {
        this.server = server;
        this.conference = conference;
    }

    /** Asks from now on until it is decided. */
    void expect(JvbEndpoint endpoint) {
        var arrival = new Arrival(endpoint);
        server.works().later(FIRST, arrival::ask);
    }

    private final class Arrival {

        private final JvbEndpoint endpoint;
        private final long began = System.nanoTime();
        private long ice;

        Arrival(JvbEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        void ask() {
            if (!conference.has(endpoint)) {
                return;
            }
            try {
                JsonNode state = server.client()
                        .debug(endpoint.conferenceKey(), endpoint.id().value());
                if (state.isMissingNode()) {
                    log.debug("A videobridge does not tell whether endpoints connect (videobridge.rest.debug.enabled)");
                    return;
                }
                judge(state);
            } catch (ColibriException e) {
                server.suspect();
                server.works().later(PAUSE, this::ask);
            }
        }

        private void judge(JsonNode state) {
            JsonNode transport = state.findPath("ice_transport");
            boolean connected = transport.path("iceConnected").asBoolean();
            long now = System.nanoTime();
            if (connected && ice == 0) {
                ice = now;
            }
            if (connected
                    && state.findPath("dtls_transport").path("is_connected").asBoolean()) {
                conference.arrived(endpoint);
            } else if (connected && now - ice > FOR_DTLS.toNanos()) {
                conference.lose(endpoint, Departure.DTLS_FAILED);
            } else if (!connected && (transport.path("iceFailed").asBoolean() || now - began > FOR_ICE.toNanos())) {
                conference.lose(endpoint, Departure.ICE_FAILED);
            } else {
                server.works().later(PAUSE, this::ask);
            }
        }
    }
}
