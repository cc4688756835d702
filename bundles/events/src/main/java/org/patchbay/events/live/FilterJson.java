package org.patchbay.events.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.Problem;
import org.patchbay.api.events.EventFilter;

/** Reads {@code {"type": …, "subject": …}}, both of them optional. */
final class FilterJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private FilterJson() {}

    static EventFilter read(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : object(text).properties()) {
            if (!field.getKey().equals("type") && !field.getKey().equals("subject")) {
                throw Problem.INVALID.at("/" + field.getKey(), "body.unknown", "is not known here");
            }
            if (!field.getValue().isTextual()) {
                throw Problem.INVALID.at("/" + field.getKey(), "body.type", "must be a text");
            }
            fields.put(field.getKey(), field.getValue().textValue());
        }
        return new EventFilter(Optional.ofNullable(fields.get("type")), Optional.ofNullable(fields.get("subject")));
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text.isBlank() ? "{}" : text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw Problem.INVALID.at("", "body.type", "must be a JSON object");
    }
}
