package org.patchbay.blueprint.yaml;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.MayBeAbsent;

/**
 * Makes records of YAML values. What is required, unknown or of the wrong type is noted with its place, all of it and not
 * the first alone. Not thread-safe; for one file.
 */
public final class Binder {

    private static final int FAULTS_LIMIT = 50;

    private final List<Fault> faults = new ArrayList<>();

    /** What was wrong so far. */
    public List<Fault> faults() {
        return faults.stream().limit(FAULTS_LIMIT).toList();
    }

    /** The value as this type; empty if something is wrong with it. */
    public <T> Optional<T> bind(YamlNode node, Class<T> type, String pointer) {
        int before = faults.size();
        Object value = value(node, type, pointer);
        return faults.size() > before
                ? Optional.empty()
                : Optional.ofNullable(value).map(type::cast);
    }

    /** Notes something. */
    public void fault(String pointer, YamlNode node, String code, String detail) {
        faults.add(new Fault(pointer, node.line(), code, detail));
    }

    /** The value, null if it is wrong. */
    private @Nullable Object value(YamlNode node, Type type, String pointer) {
        if (type instanceof ParameterizedType generic) {
            return generic(node, generic, pointer);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isArray()) {
            return array(node, plain, pointer);
        }
        if (plain.isRecord()) {
            return isText(plain) ? wrapped(node, plain, pointer) : record(node, plain, pointer);
        }
        return scalar(node, plain, pointer);
    }

    private @Nullable Object generic(YamlNode node, ParameterizedType type, String pointer) {
        Type inner = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return isNull(node) ? Optional.empty() : Optional.ofNullable(value(node, inner, pointer));
        }
        if (type.getRawType() == List.class) {
            return items(node, inner, pointer);
        }
        if (type.getRawType() == Set.class) {
            return new LinkedHashSet<>(items(node, inner, pointer));
        }
        if (type.getRawType() == Map.class) {
            return map(node, inner, pointer);
        }
        throw new IllegalArgumentException("Sections have no " + type);
    }

    private List<Object> items(YamlNode node, Type type, String pointer) {
        if (!(node instanceof YamlNode.Sequence list)) {
            if (!isNull(node)) {
                fault(pointer, node, "field.type", "must be a list");
            }
            return List.of();
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Object item = value(list.items().get(i), type, pointer + "/" + i);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private Object array(YamlNode node, Class<?> type, String pointer) {
        List<Object> items = items(node, type.getComponentType(), pointer);
        Object array = Array.newInstance(type.getComponentType(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private Map<String, Object> map(YamlNode node, Type type, String pointer) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach((name, value) -> {
                String place = pointer + Pointers.step(name);
                Object bound = type == Object.class ? any(value, place) : value(value, type, place);
                if (bound != null) {
                    values.put(name, bound);
                }
            });
        } else if (!isNull(node)) {
            fault(pointer, node, "field.type", "must be names with values");
        }
        return values;
    }

    /** A value whose type the text itself says. */
    private @Nullable Object any(YamlNode node, String pointer) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            fault(pointer, node, "field.type", "must be a text, a number or true or false");
            return null;
        }
        return scalar.isNull() ? null : CoreSchema.value(scalar);
    }

    private @Nullable Object record(YamlNode node, Class<?> type, String pointer) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            fault(pointer, node, "field.type", "must be names with values");
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        mapping.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                fault(pointer + Pointers.step(name), value, "field.unknown", "is not a field that is known here");
            }
        });
        int before = faults.size();
        Object[] values = Arrays.stream(components)
                .map(component -> component(mapping, component, pointer))
                .toArray();
        return faults.size() > before ? null : made(type, components, values, mapping, pointer);
    }

    private @Nullable Object component(YamlNode.Mapping mapping, RecordComponent component, String pointer) {
        String name = component.getName();
        String place = pointer + Pointers.step(name);
        YamlNode given = mapping.fields().get(name);
        if (given != null && !isNull(given)) {
            return value(given, component.getGenericType(), place);
        }
        if (component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (component.isAnnotationPresent(MayBeAbsent.class)
                || component.getAccessor().isAnnotationPresent(MayBeAbsent.class)) {
            return empty(component.getType());
        }
        fault(place, given == null ? mapping : given, "field.missing", "is missing");
        return null;
    }

    private static Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "";
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        throw new IllegalArgumentException("Nothing stands for an absent " + type);
    }

    private @Nullable Object made(
            Class<?> type, RecordComponent[] components, Object[] values, YamlNode node, String pointer) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            fault(pointer, node, "field.invalid", "is not a valid value");
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a record stands for its one text, as ids do. */
    static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private @Nullable Object wrapped(YamlNode node, Class<?> type, String pointer) {
        RecordComponent[] components = type.getRecordComponents();
        Object value = value(node, components[0].getGenericType(), pointer);
        return value == null ? null : made(type, components, new Object[] {value}, node, pointer);
    }

    private @Nullable Object scalar(YamlNode node, Class<?> type, String pointer) {
        if (!(node instanceof YamlNode.Scalar scalar) || (scalar.isNull() && type != String.class)) {
            fault(pointer, node, "field.type", "must be " + kind(type));
            return null;
        }
        if (type == String.class) {
            // Numbers without quotes are welcome where a text is meant: extension: 101.
            return scalar.isNull() ? "" : scalar.text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed(scalar, pointer, type, text -> switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(text);
            });
        }
        if (type == int.class || type == Integer.class) {
            return typed(scalar, pointer, type, Integer::valueOf);
        }
        if (type == LocalDate.class) {
            return typed(scalar, pointer, type, LocalDate::parse);
        }
        if (type == LocalTime.class) {
            return typed(scalar, pointer, type, LocalTime::parse);
        }
        if (type.isEnum()) {
            return choice(scalar, type, pointer);
        }
        throw new IllegalArgumentException("Sections have no " + type);
    }

    private @Nullable Object typed(
            YamlNode.Scalar scalar, String pointer, Class<?> type, Function<String, Object> parse) {
        try {
            return parse.apply(scalar.text());
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(pointer, scalar, "field.type", "must be " + kind(type));
            return null;
        }
    }

    private @Nullable Object choice(YamlNode.Scalar scalar, Class<?> type, String pointer) {
        for (Object constant : type.getEnumConstants()) {
            if (name((Enum<?>) constant).equals(scalar.text())) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> name((Enum<?>) constant))
                .collect(Collectors.joining(", "));
        fault(pointer, scalar, "field.choice", "must be one of " + choices);
        return null;
    }

    /** The name of a constant in a file. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-12-31";
        }
        if (type == LocalTime.class) {
            return "a time such as 08:30";
        }
        return type.isEnum() ? "one of a few words" : "a whole number";
    }
}
