package org.patchbay.web.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Numbers and truths of the query, with the parameter named when they are none. */
@NullUnmarked // JAX-RS: null for a parameter that is not there, and for a type that is not ours
final class QueryValues implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            long.class, Long::valueOf,
            Long.class, Long::valueOf,
            boolean.class, QueryValues::truth,
            Boolean.class, QueryValues::truth);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var reader = READERS.get(type);
        var name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst();
        return reader == null || name.isEmpty() ? null : (ParamConverter<T>) new Reading(name.get(), reader);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Reading(String name, Function<String, Object> reader) implements ParamConverter<Object> {

        @Override
        public Object fromString(String value) {
            try {
                return value == null ? null : reader.apply(value);
            } catch (IllegalArgumentException e) {
                throw refused(name);
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }

    private static PatchbayException refused(String name) {
        return Problem.INVALID.at(name, "query.type", "is not a value of the parameter's type");
    }
}
