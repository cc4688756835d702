package org.patchbay.scripting.module;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a value, in the words of those who write scripts. */
final class JsonWords {

    private JsonWords() {}

    /** The way to the value, as JavaScript has it: {@code .items[2].email}. */
    static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    /** What is wrong, beginning with a verb. */
    static String fault(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        var message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Missing required creator property")
                || message.startsWith("Null value for creator property")) {
            return "is missing";
        }
        return e instanceof MismatchedInputException mismatch
                ? "must be " + kind(mismatch.getTargetType())
                : "is not valid";
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a moment such as 2026-01-31T12:00:00Z";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isEnum()) {
            return java.util.Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(" or "));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        if (Map.class.isAssignableFrom(type) || (type.isRecord() && type.getRecordComponents().length > 1)) {
            return "an object";
        }
        return "text";
    }
}
