package org.patchbay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Fields as they rest: a JSON object; a personal value is an object with its sealed text. */
final class FieldText {

    private static final String SEALED = "sealed";
    private static final int VALUE_CHARS = 4_000;
    private static final int FIELDS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private FieldText() {}

    static String write(Map<String, String> fields, Set<String> personal, UnaryOperator<String> seal) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> {
            if (object.size() < FIELDS) {
                String text = bounded(value);
                if (personal.contains(name)) {
                    object.putObject(name).put(SEALED, seal.apply(text));
                } else {
                    object.put(name, text);
                }
            }
        });
        return object.toString();
    }

    private static String bounded(String value) {
        return value.length() <= VALUE_CHARS ? value : value.substring(0, VALUE_CHARS) + "…";
    }

    static Map<String, String> read(String text, Function<String, Optional<String>> open, String erased) {
        Map<String, String> fields = new TreeMap<>();
        object(text).properties().forEach(field -> {
            JsonNode sealed = field.getValue().get(SEALED);
            String value = sealed == null
                    ? field.getValue().asText()
                    : open.apply(sealed.asText()).orElse(erased);
            fields.put(field.getKey(), value);
        });
        return fields;
    }

    /** Text that somebody has altered in the database is shown as nothing; the verification tells. */
    private static JsonNode object(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
