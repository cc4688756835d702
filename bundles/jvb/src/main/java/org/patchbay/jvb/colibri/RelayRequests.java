package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.patchbay.jvb.colibri.ColibriException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;

/** The requests about relays, by which videobridges link the parts of a conference. One relay a request. */
public final class RelayRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MESH = "0";

    private RelayRequests() {}

    /** A new relay to the videobridge of that id, with what the endpoints there send. */
    public static ObjectNode create(String id, boolean controlling, Map<EndpointId, List<Source>> endpoints) {
        ObjectNode relay = of(id).put("create", true).put("mesh-id", MESH);
        relay.set("medias", MediaDescription.all());
        relay.putObject("transport").put("ice-controlling", controlling).put("use-unique-port", controlling);
        ArrayNode there = relay.putArray("endpoints");
        endpoints.forEach((endpoint, sources) -> there.add(newEndpoint(endpoint, sources)));
        return request(relay);
    }

    /**
     * Tells a relay the other side's transport. The active one begins with DTLS; the address of the WebSocket goes to the
     * passive one's peer alone.
     *
     * @param active whether the other side is
     */
    public static ObjectNode connect(String id, ObjectNode other, boolean active) {
        ObjectNode told = other.deepCopy();
        told.path("fingerprints").forEach(one -> {
            if (one instanceof ObjectNode fingerprint) {
                fingerprint.put("setup", active ? "active" : "passive");
            }
        });
        if (active) {
            told.remove("web-sockets");
        }
        ObjectNode relay = of(id);
        relay.putObject("transport").set("transport", told);
        return request(relay);
    }

    /** The transport of a relay out of an answer. */
    public static ObjectNode transport(JsonNode answer, String id) throws ColibriException {
        for (JsonNode relay : answer.path("relays")) {
            if (relay.path("id").asText().equals(id)
                    && relay.path("transport").path("transport") instanceof ObjectNode transport) {
                return transport;
            }
        }
        throw new ColibriException(Reason.UNREACHABLE, "Its answer does not name the relay");
    }

    /** Something about an endpoint on the other side. */
    public static ObjectNode about(String id, ObjectNode endpoint) {
        ObjectNode relay = of(id);
        relay.putArray("endpoints").add(endpoint);
        return request(relay);
    }

    public static ObjectNode expire(String id) {
        return request(of(id).put("expire", true));
    }

    /** An endpoint that is new on the other side. */
    public static ObjectNode newEndpoint(EndpointId id, List<Source> sources) {
        return endpoint(id, sources).put("create", true).put("stats-id", id.value());
    }

    /** Everything that an endpoint on the other side sends. */
    public static ObjectNode endpoint(EndpointId id, List<Source> sources) {
        return ColibriRequests.sources(id, sources);
    }

    public static ObjectNode expired(EndpointId id) {
        return ColibriRequests.expire(id);
    }

    private static ObjectNode of(String id) {
        return JSON.objectNode().put("id", id);
    }

    private static ObjectNode request(ObjectNode relay) {
        ObjectNode request = JSON.objectNode();
        request.putArray("relays").add(relay);
        return request;
    }
}
