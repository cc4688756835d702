package org.patchbay.jvb.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What a videobridge tells of its relays, in the form of a recorded answer. */
class RelayStateTest {

    private static final String ANSWER =
            """
            {"conferences": {"5d1f": {"endpoints": {"aaaa0001": {}}, "relays": {
              "jvb2": {"ice_transport": {"iceConnected": true, "iceFailed": false,
                         "num_packets_received": 70, "num_packets_sent": 90},
                       "dtls_transport": {"is_connected": true}},
              "jvb3": {"ice_transport": {"iceConnected": true}, "dtls_transport": {"is_connected": false}},
              "jvb4": {"ice_transport": {"iceConnected": false}, "dtls_transport": {"is_connected": false}}}}}}""";

    @Test
    void isReadByTheIdOfTheOtherVideobridge() throws Exception {
        var states =
                RelayState.read(new ObjectMapper().readTree(ANSWER), "5d1f").orElseThrow();
        assertThat(states).containsOnlyKeys("jvb2", "jvb3", "jvb4").containsEntry("jvb2", new RelayState(true, 70, 90));
        assertThat(states.values().stream().filter(RelayState::connected)).hasSize(1);
    }

    @Test
    void isUnknownWhereNothingIsToldOfRelays() throws Exception {
        var answer = new ObjectMapper().readTree("{\"conferences\": {\"5d1f\": {\"endpoints\": {}}}}");
        assertThat(RelayState.read(answer, "5d1f")).isEmpty();
        assertThat(RelayState.read(new ObjectMapper().readTree(ANSWER), "other"))
                .isEmpty();
    }
}
