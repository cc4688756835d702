package org.patchbay.jvb.colibri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;

/** Requests about relays, in the form of recorded ones. */
class RelayRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EndpointId BOB = new EndpointId("bbbb0002");
    private static final String TRANSPORT = "{\"ufrag\":\"68f7d1k84tqo7v\",\"fingerprints\":[{\"setup\":\"actpass\"}],"
            + "\"web-sockets\":[\"ws://127.0.0.1:9190/colibri-relay-ws/jvb1/264d/jvb2?pwd=x\"]}";

    @Test
    void createsARelayWithThoseOnTheOtherSide() {
        JsonNode relay = RelayRequests.create("jvb2", true, Map.of(BOB, List.of(Source.audio(BOB, 1_321))))
                .path("relays")
                .path(0);
        assertThat(relay.path("id").asText()).isEqualTo("jvb2");
        assertThat(relay.path("create").asBoolean()).isTrue();
        assertThat(relay.path("mesh-id").asText()).isEqualTo("0");
        assertThat(relay.path("medias").size()).isEqualTo(2);
        assertThat(relay.path("transport").toString()).isEqualTo("{\"ice-controlling\":true,\"use-unique-port\":true}");
        JsonNode endpoint = relay.path("endpoints").path(0);
        assertThat(endpoint.path("create").asBoolean()).isTrue();
        assertThat(endpoint.path("stats-id").asText()).isEqualTo("bbbb0002");
        assertThat(endpoint.findPath("ssrc").asLong()).isEqualTo(1_321);
    }

    @Test
    void theOneThatIsToldOfThePassiveSideHearsItsWebSocket() throws Exception {
        var other = (ObjectNode) JSON.readTree(TRANSPORT);
        JsonNode told = RelayRequests.connect("jvb2", other, false)
                .findPath("transport")
                .path("transport");
        assertThat(told.findPath("setup").asText()).isEqualTo("passive");
        assertThat(told.path("web-sockets").size()).isEqualTo(1);
    }

    @Test
    void theOneThatIsToldOfTheActiveSideHearsNoWebSocket() throws Exception {
        var other = (ObjectNode) JSON.readTree(TRANSPORT);
        JsonNode told =
                RelayRequests.connect("jvb1", other, true).findPath("transport").path("transport");
        assertThat(told.findPath("setup").asText()).isEqualTo("active");
        assertThat(told.has("web-sockets")).isFalse();
        assertThat(other.findPath("setup").asText())
                .as("what was answered stays")
                .isEqualTo("actpass");
    }

    @Test
    void findsTheTransportOfTheRelayInAnAnswer() throws Exception {
        JsonNode answer =
                JSON.readTree("{\"relays\":[{\"id\":\"jvb2\",\"transport\":{\"transport\":" + TRANSPORT + "}}]}");
        assertThat(RelayRequests.transport(answer, "jvb2").path("ufrag").asText())
                .isEqualTo("68f7d1k84tqo7v");
        assertThatThrownBy(() -> RelayRequests.transport(answer, "jvb3")).isInstanceOf(ColibriException.class);
    }
}
