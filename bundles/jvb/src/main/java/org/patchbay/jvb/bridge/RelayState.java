package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a leg tells of its relay to another one. Immutable.
 *
 * @param connected whether ICE and DTLS are done
 * @param received packets that came from there so far
 * @param sent packets that went there so far
 */
record RelayState(boolean connected, long received, long sent) {

    /** The relays of a conference by id, out of what a videobridge tells who debugs; nothing if it does not tell of relays. */
    static Optional<Map<String, RelayState>> read(JsonNode debug, String conference) {
        JsonNode relays = debug.path("conferences").path(conference).path("relays");
        if (!relays.isObject()) {
            return Optional.empty();
        }
        Map<String, RelayState> states = new HashMap<>();
        relays.properties().forEach(entry -> states.put(entry.getKey(), of(entry.getValue())));
        return Optional.of(states);
    }

    private static RelayState of(JsonNode relay) {
        JsonNode ice = relay.path("ice_transport");
        boolean connected = ice.path("iceConnected").asBoolean()
                && relay.path("dtls_transport").path("is_connected").asBoolean();
        return new RelayState(
                connected,
                ice.path("num_packets_received").asLong(),
                ice.path("num_packets_sent").asLong());
    }
}
