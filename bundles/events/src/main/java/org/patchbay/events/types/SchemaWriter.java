package org.patchbay.events.types;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.patchbay.spi.events.EventType;

/** Writes the JSON Schema (2020-12) of an event type's data, which is what {@link EventData} writes. */
final class SchemaWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 8;
    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, byte.class, Byte.class);
    private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class);
    private static final Map<Class<?>, Class<?>> OPTIONAL_NUMBERS =
            Map.of(OptionalInt.class, int.class, OptionalLong.class, long.class, OptionalDouble.class, double.class);
    private static final Map<Class<?>, String> FORMATS = Map.of(
            Instant.class, "date-time",
            LocalDate.class, "date",
            Duration.class, "duration",
            UUID.class, "uuid");

    private SchemaWriter() {}

    /**
     * The schema of the type's data.
     *
     * @throws IllegalArgumentException if the record has a component that JSON has no plain form for
     */
    static String write(EventType type) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "/api/v1/events/schemas/" + type.name());
        schema.put("title", type.name());
        schema.put("description", type.description());
        schema.setAll(ofRecord(type.data(), 0));
        return schema.toString();
    }

    private static ObjectNode ofRecord(Class<?> type, int depth) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), of(component.getGenericType(), depth + 1));
            if (!isOptional(component.getType())) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static boolean isOptional(Class<?> type) {
        return type == Optional.class || OPTIONAL_NUMBERS.containsKey(type);
    }

    private static ObjectNode of(Type type, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Nested more than " + MAX_DEPTH + " deep: " + type.getTypeName());
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), depth);
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain, depth);
        }
        throw new IllegalArgumentException("No plain JSON for " + type.getTypeName());
    }

    private static ObjectNode ofGeneric(Class<?> raw, Type[] arguments, int depth) {
        if (raw == Optional.class) {
            return of(arguments[0], depth);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode schema = simple("array");
            schema.set("items", of(arguments[0], depth + 1));
            return schema;
        }
        if (Map.class.isAssignableFrom(raw) && arguments[0] == String.class) {
            ObjectNode schema = simple("object");
            schema.set("additionalProperties", of(arguments[1], depth + 1));
            return schema;
        }
        throw new IllegalArgumentException("No plain JSON for " + raw.getName());
    }

    private static ObjectNode ofClass(Class<?> type, int depth) {
        if (type == String.class) {
            return simple("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return simple("boolean");
        }
        if (INTEGERS.contains(type)) {
            return simple("integer");
        }
        if (NUMBERS.contains(type)) {
            return simple("number");
        }
        if (OPTIONAL_NUMBERS.containsKey(type)) {
            return ofClass(OPTIONAL_NUMBERS.get(type), depth);
        }
        if (FORMATS.containsKey(type)) {
            return simple("string").put("format", FORMATS.get(type));
        }
        if (type.isEnum()) {
            return ofEnum(type);
        }
        if (PanelIntrospector.isValue(type)) {
            return of(type.getRecordComponents()[0].getGenericType(), depth + 1);
        }
        if (type.isRecord()) {
            return ofRecord(type, depth);
        }
        throw new IllegalArgumentException("No plain JSON for " + type.getName());
    }

    private static ObjectNode ofEnum(Class<?> type) {
        ObjectNode schema = simple("string");
        ArrayNode names = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return schema;
    }

    private static ObjectNode simple(String type) {
        return JSON.objectNode().put("type", type);
    }
}
