package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How a request of Colibri2 must look: as the recorded ones. Stricter than the real videobridge in one way: it refuses
 * fields that it does not know, since the real one passes over a misspelt one.
 */
final class ColibriShape {

    private static final Pattern JID = Pattern.compile("[^@/\\s]+@[^@/\\s]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    private ColibriShape() {}

    /** Checks a request, or refuses it. */
    static void check(JsonNode request, boolean creation) {
        object(
                request,
                "",
                Map.of(
                        "meeting-id", text(".+"),
                        "name", text(".+"),
                        "create", ColibriShape::bool,
                        "expire", ColibriShape::bool,
                        "endpoints", each(ColibriShape::endpoint),
                        "relays", each(RelayShape::check)));
        one(request);
        if (creation) {
            need(request, "meeting-id");
            need(request, "name");
            if (!JID.matcher(request.path("name").asText()).matches()) {
                throw ColibriRefusal.unparsed("Error parsing JID: " + request.path("name"));
            }
            if (!request.path("create").asBoolean()) {
                throw ColibriRefusal.refused("Conference not found and create not set");
            }
        }
    }

    private static void one(JsonNode request) {
        if (request.path("endpoints").size() > 0 && request.path("relays").size() > 0) {
            throw ColibriRefusal.refused("Using both 'relay' and 'endpoint' in a request");
        }
        if (request.path("relays").size() > 1) {
            throw ColibriRefusal.refused("Updating more than one 'relay' in a request.");
        }
    }

    private static void endpoint(JsonNode endpoint) {
        object(
                endpoint,
                "endpoints",
                Map.of(
                        "id", text(".+"),
                        "create", ColibriShape::bool,
                        "expire", ColibriShape::bool,
                        "stats-id", text(".+"),
                        "medias", each(ColibriShape::media),
                        "transport", ColibriShape::transport,
                        "sources", each(ColibriShape::source),
                        "muc-role", text("visitor|participant"),
                        "capabilities", each(text("source-names|ssrc-rewriting|rtp-mid-demux|private-addresses")),
                        "force-mute",
                                node -> object(
                                        node,
                                        "force-mute",
                                        Map.of("audio", ColibriShape::bool, "video", ColibriShape::bool))));
        need(endpoint, "id");
    }

    static void media(JsonNode media) {
        object(
                media,
                "medias",
                Map.of(
                        "type", text("audio|video"),
                        "payload-types", each(ColibriShape::payload),
                        "rtp-hdrexts", each(ColibriShape::extension),
                        "extmap-allow-mixed", ColibriShape::bool));
        need(media, "type");
    }

    private static void payload(JsonNode payload) {
        object(
                payload,
                "payload-types",
                Map.of(
                        "id", text("[0-9]+"),
                        "name", text(".+"),
                        "clockrate", text("[0-9]+"),
                        "channels", text("[0-9]+"),
                        "parameters", ColibriShape::texts,
                        "rtcp-fbs", each(ColibriShape::texts)));
        need(payload, "id");
        need(payload, "name");
        need(payload, "clockrate");
    }

    private static void extension(JsonNode extension) {
        object(extension, "rtp-hdrexts", Map.of("id", ColibriShape::number, "uri", text("[a-z]+:.+")));
        need(extension, "id");
        need(extension, "uri");
    }

    private static void transport(JsonNode transport) {
        object(
                transport,
                "transport",
                Map.of(
                        "ice-controlling", ColibriShape::bool,
                        "transport", ColibriShape::ice));
    }

    private static void ice(JsonNode ice) {
        ice(ice, "active", node -> {
            throw ColibriRefusal.unparsed("an endpoint opens no WebSocket to itself");
        });
    }

    static void ice(JsonNode ice, String setup, Consumer<JsonNode> sockets) {
        object(
                ice,
                "transport",
                Map.of(
                        "xmlns",
                        text("urn:xmpp:jingle:transports:ice-udp:1"),
                        "ufrag",
                        text("[A-Za-z0-9+/]{4,256}"),
                        "pwd",
                        text("[A-Za-z0-9+/]{22,256}"),
                        "rtcp-mux",
                        ColibriShape::bool,
                        "candidates",
                        each(ColibriShape::candidate),
                        "fingerprints",
                        each(fingerprint -> fingerprint(fingerprint, setup)),
                        "web-sockets",
                        sockets));
        need(ice, "xmlns");
    }

    private static void candidate(JsonNode candidate) {
        texts(candidate);
        for (String name : new TreeSet<>(java.util.List.of(
                "id",
                "generation",
                "network",
                "foundation",
                "component",
                "protocol",
                "priority",
                "ip",
                "port",
                "type"))) {
            need(candidate, name);
        }
        for (String name : java.util.List.of("component", "priority", "port")) {
            if (!NUMBER.matcher(candidate.path(name).asText()).matches()) {
                throw ColibriRefusal.unparsed(name + " of a candidate is no number");
            }
        }
    }

    private static void fingerprint(JsonNode fingerprint, String setup) {
        texts(fingerprint);
        boolean good = fingerprint.path("hash").asText().equals("sha-256")
                && fingerprint.path("setup").asText().matches(setup)
                && FINGERPRINT.matcher(fingerprint.path("fingerprint").asText()).matches();
        if (!good) {
            throw ColibriRefusal.unparsed("a fingerprint is not understood");
        }
    }

    static void source(JsonNode source) {
        object(
                source,
                "sources",
                Map.of(
                        "type", text("audio|video"),
                        "id", text(".+"),
                        "sources", each(ColibriShape::ssrc),
                        "ssrc-groups", each(ColibriShape::group)));
        need(source, "type");
        need(source, "id");
        need(source, "sources");
    }

    private static void ssrc(JsonNode ssrc) {
        object(
                ssrc,
                "sources",
                Map.of(
                        "ssrc",
                        ColibriShape::number,
                        "name",
                        text(".+"),
                        "videoType",
                        text("camera|desktop"),
                        "parameters",
                        ColibriShape::texts));
        need(ssrc, "ssrc");
        need(ssrc, "name");
    }

    private static void group(JsonNode group) {
        object(group, "ssrc-groups", Map.of("semantics", text("FID|SIM"), "sources", each(ColibriShape::number)));
        need(group, "semantics");
        need(group, "sources");
    }

    static void object(JsonNode node, String what, Map<String, Consumer<JsonNode>> fields) {
        if (!node.isObject()) {
            throw ColibriRefusal.unparsed(what + " is no object");
        }
        node.properties().forEach(field -> {
            Consumer<JsonNode> check = fields.get(field.getKey());
            if (check == null) {
                throw ColibriRefusal.unparsed(what + " has a field " + field.getKey() + ", which means nothing");
            }
            check.accept(field.getValue());
        });
    }

    static void need(JsonNode node, String field) {
        if (!node.has(field)) {
            throw ColibriRefusal.unparsed(field + " is missing");
        }
    }

    private static void texts(JsonNode node) {
        if (!node.isObject()) {
            throw ColibriRefusal.unparsed("an object is missing");
        }
        node.forEach(text(".*"));
    }

    static Consumer<JsonNode> each(Consumer<JsonNode> check) {
        return node -> {
            if (!node.isArray()) {
                throw ColibriRefusal.unparsed("a list is missing");
            }
            node.forEach(check);
        };
    }

    static Consumer<JsonNode> text(String form) {
        return node -> {
            if (!node.isTextual() || !node.textValue().matches(form)) {
                throw ColibriRefusal.unparsed(node + " is no text of the form " + form);
            }
        };
    }

    private static void number(JsonNode node) {
        if (!node.isIntegralNumber() || node.longValue() < 0) {
            throw ColibriRefusal.unparsed(node + " is no number");
        }
    }

    static void bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw ColibriRefusal.unparsed(node + " is neither true nor false");
        }
    }
}
