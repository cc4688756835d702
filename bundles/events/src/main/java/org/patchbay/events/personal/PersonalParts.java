package org.patchbay.events.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.spi.events.Personal;

/** Which parts of a record, and of records within it, are personal. Found once for each type. Immutable. */
final class PersonalParts {

    private static final ClassValue<PersonalParts> KNOWN = new ClassValue<>() {
        @Override
        protected PersonalParts computeValue(Class<?> type) {
            return find(type, List.of());
        }
    };
    private static final PersonalParts NONE = new PersonalParts(Map.of(), Map.of(), Set.of());

    /** The property, and the one with the person's id. */
    private final Map<String, String> own;

    private final Map<String, PersonalParts> within;

    /** Which of those are maps. */
    private final Set<String> maps;

    private PersonalParts(Map<String, String> own, Map<String, PersonalParts> within, Set<String> maps) {
        this.own = own;
        this.within = within;
        this.maps = maps;
    }

    static PersonalParts of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    private static PersonalParts find(Class<?> type, List<Class<?>> around) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, PersonalParts> within = new LinkedHashMap<>();
        Set<String> maps = new HashSet<>();
        List<Class<?>> path = new ArrayList<>(around);
        path.add(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Personal personal = component.getAnnotation(Personal.class);
            if (personal != null) {
                own.put(component.getName(), personal.of());
            } else {
                Class<?> inner = held(component.getGenericType());
                PersonalParts parts = inner.isRecord() && !path.contains(inner) ? find(inner, path) : NONE;
                if (!parts.isEmpty()) {
                    within.put(component.getName(), parts);
                    if (Map.class.isAssignableFrom(component.getType())) {
                        maps.add(component.getName());
                    }
                }
            }
        }
        return own.isEmpty() && within.isEmpty() ? NONE : new PersonalParts(own, within, maps);
    }

    /** What an optional, a collection or a map holds, or the type itself. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return held(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    boolean isEmpty() {
        return own.isEmpty() && within.isEmpty();
    }

    /** Puts something else in the place of each personal text; what is held by a map is under its keys. */
    void replace(JsonNode node, BiFunction<PersonId, String, JsonNode> replacement) {
        if (node instanceof ObjectNode object) {
            own.forEach((name, of) -> {
                JsonNode value = object.get(name);
                if (value != null && value.isTextual()) {
                    object.set(name, replacement.apply(person(object.get(of)), value.textValue()));
                }
            });
            within.forEach((name, parts) -> {
                JsonNode value = object.get(name);
                if (value != null && (value.isArray() || maps.contains(name))) {
                    value.forEach(element -> parts.replace(element, replacement));
                } else if (value != null) {
                    parts.replace(value, replacement);
                }
            });
        }
    }

    private static PersonId person(@org.jspecify.annotations.Nullable JsonNode id) {
        return id == null || !id.isTextual() || id.textValue().isEmpty()
                ? PersonalSecrets.GUESTS
                : new PersonId(id.textValue());
    }
}
