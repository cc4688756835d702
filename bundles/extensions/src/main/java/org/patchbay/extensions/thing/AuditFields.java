package org.patchbay.extensions.thing;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.GuestPhone;

/** A thing as the audit tells it: field by field, with the names of what it leads to. */
public final class AuditFields {

    private static final Set<String> LEFT_OUT = Set.of("id", "version");
    private static final Set<String> SECRET = Set.of("pin");

    private AuditFields() {}

    /**
     * The fields that say something.
     *
     * @param labels by which people know what an id stands for
     */
    public static Map<String, String> of(Record thing, UnaryOperator<String> labels) {
        Map<String, String> fields = new TreeMap<>();
        for (var component : thing.getClass().getRecordComponents()) {
            if (!LEFT_OUT.contains(component.getName())) {
                String text = text(value(thing, component), labels);
                fields.put(component.getName(), SECRET.contains(component.getName()) && !text.isEmpty() ? "set" : text);
            }
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static Object value(Record thing, RecordComponent component) {
        try {
            return component.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value, UnaryOperator<String> labels) {
        if (value instanceof Optional<?> optional) {
            return optional.map(found -> text(found, labels)).orElse("");
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> text(one, labels)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue(), labels))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Destination destination) {
            return (destination.kind() + " " + labels.apply(destination.value())).strip();
        }
        if (value instanceof GuestPhone phone) {
            return labels.apply(phone.device());
        }
        if (value instanceof Record record) {
            return text(of(record, labels), labels);
        }
        return labels.apply(value.toString());
    }
}
