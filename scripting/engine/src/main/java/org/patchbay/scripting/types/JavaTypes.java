package org.patchbay.scripting.types;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.patchbay.scripting.module.PanelValues;

/** Turns Java types into TypeScript types; the records on the way become interfaces. Not thread-safe. */
final class JavaTypes {

    private final Map<String, Class<?>> names = new TreeMap<>();
    private final Map<String, String> interfaces = new TreeMap<>();

    /** A parameter: an optional one may be left out. */
    String input(Type type) {
        return type(optionalPart(type).orElse(type));
    }

    /** A result: an absent one is null. */
    String output(Type type) {
        if (type == void.class) {
            return "void";
        }
        return optionalPart(type).map(part -> type(part) + " | null").orElseGet(() -> type(type));
    }

    /** The interfaces needed so far, exported from the module. */
    String declarations() {
        return String.join("", interfaces.values());
    }

    private static Optional<Type> optionalPart(Type type) {
        if (type == OptionalInt.class || type == OptionalLong.class) {
            return Optional.of(long.class);
        }
        if (type == OptionalDouble.class) {
            return Optional.of(double.class);
        }
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? Optional.of(generic.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return type instanceof Class<?> simple ? simple(simple) : "unknown";
    }

    private String generic(Class<?> raw, Type[] arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            return "Array<" + type(arguments[0]) + ">";
        }
        if (Map.class.isAssignableFrom(raw)) {
            return "Record<string, " + type(arguments[1]) + ">";
        }
        if (raw == Optional.class) {
            return type(arguments[0]) + " | null";
        }
        return "unknown";
    }

    private String simple(Class<?> type) {
        if (type == String.class || TemporalAccessor.class.isAssignableFrom(type)) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> "'" + ((Enum<?>) value).name() + "'")
                    .collect(Collectors.joining(" | "));
        }
        if (PanelValues.isValue(type)) {
            return type(type.getRecordComponents()[0].getGenericType());
        }
        return type.isRecord() ? record(type) : "unknown";
    }

    private String record(Class<?> type) {
        var name = type.getSimpleName();
        var known = names.putIfAbsent(name, type);
        if (known != null && known != type) {
            throw new IllegalArgumentException("Two records named " + name + " in one module");
        }
        if (known == null) {
            var fields =
                    Arrays.stream(type.getRecordComponents()).map(this::field).collect(Collectors.joining());
            interfaces.put(name, "    export interface " + name + " {\n" + fields + "    }\n");
        }
        return name;
    }

    private String field(RecordComponent component) {
        var type = component.getGenericType();
        var optional = optionalPart(type);
        return "        " + component.getName() + (optional.isPresent() ? "?: " : ": ") + type(optional.orElse(type))
                + ";\n";
    }
}
