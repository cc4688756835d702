package org.patchbay.scripting.types;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.patchbay.scripting.module.ScriptJson;

/** Turns a JSON Schema of an event's data into a TypeScript type. What it does not know becomes {@code unknown}. */
final class SchemaTypes {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final int MAX_DEPTH = 20;

    private final JsonNode root;

    private SchemaTypes(JsonNode root) {
        this.root = root;
    }

    static String of(String schema, int indent) {
        try {
            var root = ScriptJson.mapper().readTree(schema);
            return new SchemaTypes(root).type(root, indent, 0);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String type(JsonNode schema, int indent, int depth) {
        if (depth > MAX_DEPTH) {
            return "unknown";
        }
        if (schema.has("$ref")) {
            var target = schema.get("$ref").asText();
            return target.startsWith("#") ? type(root.at(target.substring(1)), indent, depth + 1) : "unknown";
        }
        if (schema.has("const")) {
            return schema.get("const").toString();
        }
        if (schema.has("enum")) {
            return union(schema.get("enum"), JsonNode::toString);
        }
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return union(schema.get(choice), each -> type(each, indent, depth + 1));
            }
        }
        var type = schema.path("type");
        return type.isArray()
                ? union(type, name -> named(name.asText(), schema, indent, depth))
                : named(type.asText(), schema, indent, depth);
    }

    private static String union(JsonNode choices, java.util.function.Function<JsonNode, String> text) {
        var parts = StreamSupport.stream(choices.spliterator(), false)
                .map(text)
                .distinct()
                .toList();
        return String.join(" | ", parts).replace('"', '\'');
    }

    private String named(String name, JsonNode schema, int indent, int depth) {
        return switch (name) {
            case "string" -> "string";
            case "integer", "number" -> "number";
            case "boolean" -> "boolean";
            case "null" -> "null";
            case "array" -> "ReadonlyArray<" + type(schema.path("items"), indent, depth + 1) + ">";
            case "object" -> object(schema, indent, depth);
            default -> "unknown";
        };
    }

    private String object(JsonNode schema, int indent, int depth) {
        if (!schema.has("properties")) {
            var values = schema.path("additionalProperties");
            return "{ readonly [name: string]: " + (values.isObject() ? type(values, indent, depth + 1) : "unknown")
                    + " }";
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var lines = new ArrayList<String>();
        schema.get("properties").properties().forEach(field -> {
            var value = field.getValue();
            if (value.has("description")) {
                lines.add("/** " + value.get("description").asText().replace("*/", "* /") + " */");
            }
            var name = PLAIN.matcher(field.getKey()).matches() ? field.getKey() : "'" + field.getKey() + "'";
            var mark = required.contains(field.getKey()) ? ": " : "?: ";
            lines.add("readonly " + name + mark + type(value, indent + 1, depth + 1) + ";");
        });
        if (lines.isEmpty()) {
            return "{}";
        }
        var pad = "    ".repeat(indent);
        return "{\n" + pad + "    " + String.join("\n" + pad + "    ", lines) + "\n" + pad + "}";
    }
}
