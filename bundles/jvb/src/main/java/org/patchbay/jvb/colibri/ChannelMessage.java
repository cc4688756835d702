package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a videobridge says on an endpoint's WebSocket. */
public sealed interface ChannelMessage {

    /** The greatest height of a source without a limit, which Colibri2 writes as -1. */
    int UNLIMITED_HEIGHT = 4320;

    /** The video sources that are sent to the endpoint now. */
    record Forwarded(Set<String> sources) implements ChannelMessage {}

    /** Sources that are on other mids than before; what is not named stays. */
    record Mapped(boolean video, List<Mapping> mappings) implements ChannelMessage {}

    /** The greatest height that anybody wants of a source of the endpoint. */
    record Wanted(String source, int maxHeight) implements ChannelMessage {}

    /** Who speaks. */
    record Speaker(String endpoint) implements ChannelMessage {}

    /** An endpoint fell silent or came back. */
    record Activity(String endpoint, boolean active) implements ChannelMessage {}

    /** A source on its mid. */
    record Mapping(String source, String mid) {}

    /** Reads a message; empty for one that says nothing of use, or nothing that is understood. */
    static Optional<ChannelMessage> read(String text) {
        try {
            JsonNode json = Reader.JSON.readTree(text);
            return json == null ? Optional.empty() : Reader.read(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Tells the messages apart. */
    final class Reader {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final int MOST = 1_000;

        private Reader() {}

        private static Optional<ChannelMessage> read(JsonNode json) {
            return switch (json.path("colibriClass").asText("")) {
                case "ForwardedSources" -> Optional.of(new Forwarded(names(json.path("forwardedSources"))));
                case "VideoSourcesMap" -> Optional.of(new Mapped(true, mappings(json)));
                case "AudioSourcesMap" -> Optional.of(new Mapped(false, mappings(json)));
                case "SenderSourceConstraints" -> wanted(json);
                case "DominantSpeakerEndpointChangeEvent" ->
                    name(json, "dominantSpeakerEndpoint").map(Speaker::new);
                case "EndpointConnectivityStatusChangeEvent" ->
                    name(json, "endpoint")
                            .map(endpoint ->
                                    new Activity(endpoint, json.path("active").asBoolean()));
                default -> Optional.empty();
            };
        }

        private static Optional<ChannelMessage> wanted(JsonNode json) {
            int height = json.path("maxHeight").asInt(0);
            return name(json, "sourceName").map(source -> new Wanted(source, height < 0 ? UNLIMITED_HEIGHT : height));
        }

        private static Set<String> names(JsonNode array) {
            Set<String> names = new HashSet<>();
            for (JsonNode name : array) {
                if (name.isTextual() && names.size() < MOST) {
                    names.add(name.textValue());
                }
            }
            return names;
        }

        private static List<Mapping> mappings(JsonNode json) {
            List<Mapping> mappings = new ArrayList<>();
            for (JsonNode mapped : json.path("mappedSources")) {
                name(mapped, "source").filter(source -> mappings.size() < MOST).ifPresent(source -> name(mapped, "mid")
                        .ifPresent(mid -> mappings.add(new Mapping(source, mid))));
            }
            return mappings;
        }

        private static Optional<String> name(JsonNode json, String field) {
            return Optional.ofNullable(json.path(field).textValue()).filter(text -> text.length() <= 100);
        }
    }
}
