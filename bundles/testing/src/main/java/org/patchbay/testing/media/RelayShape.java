package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How a relay in a request of Colibri2 must look: as the recorded ones. Stricter than the real videobridge: it refuses a
 * transport by which two relays would wait for each other for ever.
 */
final class RelayShape {

    private RelayShape() {}

    static void check(JsonNode relay) {
        ColibriShape.object(
                relay,
                "relays",
                Map.of(
                        "id", ColibriShape.text("[A-Za-z0-9._-]+"),
                        "create", ColibriShape::bool,
                        "expire", ColibriShape::bool,
                        "mesh-id", ColibriShape.text(".+"),
                        "medias", ColibriShape.each(ColibriShape::media),
                        "transport", RelayShape::transport,
                        "endpoints", ColibriShape.each(RelayShape::endpoint)));
        ColibriShape.need(relay, "id");
        if (relay.path("create").asBoolean()) {
            ColibriShape.need(relay, "mesh-id");
            ColibriShape.need(relay, "medias");
            ColibriShape.need(relay.path("transport"), "ice-controlling");
            ColibriShape.need(relay.path("transport"), "use-unique-port");
        }
    }

    private static void transport(JsonNode transport) {
        ColibriShape.object(
                transport,
                "transport",
                Map.of(
                        "ice-controlling", ColibriShape::bool,
                        "use-unique-port", ColibriShape::bool,
                        "transport", RelayShape::ice));
    }

    private static void ice(JsonNode ice) {
        ColibriShape.ice(
                ice, "active|passive", ColibriShape.each(ColibriShape.text("wss?://[^ ]+/colibri-relay-ws/[^ ]+")));
        ColibriShape.need(ice, "ufrag");
        ColibriShape.need(ice, "pwd");
        ColibriShape.need(ice, "fingerprints");
        ColibriShape.need(ice, "candidates");
    }

    private static void endpoint(JsonNode endpoint) {
        ColibriShape.object(
                endpoint,
                "endpoints",
                Map.of(
                        "id", ColibriShape.text(".+"),
                        "create", ColibriShape::bool,
                        "expire", ColibriShape::bool,
                        "stats-id", ColibriShape.text(".+"),
                        "sources", ColibriShape.each(ColibriShape::source)));
        ColibriShape.need(endpoint, "id");
    }
}
