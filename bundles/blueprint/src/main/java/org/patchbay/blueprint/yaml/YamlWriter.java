package org.patchbay.blueprint.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes records as YAML that people like to read and compare. Absent values are left out. */
public final class YamlWriter {

    private YamlWriter() {}

    /** The text of these fields, in their order. */
    public static String write(Map<String, Object> fields) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(0);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> plain.put(name, plain(value)));
        return new Yaml(options).dump(plain);
    }

    private static Object plain(Object value) {
        if (value instanceof Object[] items) {
            return plain(Arrays.asList(items));
        }
        if (value instanceof Set<?> set) {
            List<Object> items =
                    new ArrayList<>(set.stream().map(YamlWriter::plain).toList());
            items.sort((one, other) -> one.toString().compareTo(other.toString()));
            return items;
        }
        if (value instanceof Collection<?> items) {
            // A list of its own each time: what is the very same object twice would be written by an anchor.
            List<Object> written = new ArrayList<>();
            items.forEach(item -> written.add(plain(item)));
            return written;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, field) -> sorted.put(name.toString(), plain(field)));
            return sorted;
        }
        if (value instanceof Enum<?> constant) {
            return Binder.name(constant);
        }
        if (value instanceof Record record) {
            return record(record);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object record(Record record) {
        if (Binder.isText(record.getClass())) {
            return plain(component(record, record.getClass().getRecordComponents()[0]));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component(record, component);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> fields.put(component.getName(), plain(present)));
            } else if (!isEmpty(value)) {
                fields.put(component.getName(), plain(value));
            }
        }
        return fields;
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
