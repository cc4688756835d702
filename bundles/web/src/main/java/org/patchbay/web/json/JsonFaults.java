package org.patchbay.web.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Says what is wrong with a JSON text, and where. */
final class JsonFaults {

    private static final int MAX_POINTER = 500;

    private JsonFaults() {}

    static PatchbayException of(JacksonException e) {
        var root = rootOf(e);
        if (root instanceof StreamConstraintsException) {
            return Problem.INVALID.at("", "json.limit", "is nested too deeply or holds a value that is too long");
        }
        if (root instanceof StreamReadException malformed && !(root instanceof InputCoercionException)) {
            return malformed(malformed);
        }
        return e instanceof JsonMappingException mapping ? of(mapping, pointer(mapping)) : malformed(e);
    }

    private static PatchbayException malformed(JacksonException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
            var pointer = shortened(parser.getParsingContext().pathAsPointer().toString());
            return Problem.INVALID.at(pointer, "field.twice", "is there twice");
        }
        var place = e.getLocation();
        var where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Problem.INVALID.at("", "json.malformed", "is not well-formed JSON" + where);
    }

    private static PatchbayException of(JsonMappingException e, String pointer) {
        if (e.getCause() instanceof PatchbayException own) {
            return nested(own, pointer);
        }
        if (e instanceof UnrecognizedPropertyException) {
            return Problem.INVALID.at(pointer, "field.unknown", "is not a field that is known here");
        }
        if (e instanceof ValueInstantiationException) {
            return Problem.INVALID.at(pointer, "field.invalid", "is not a valid value");
        }
        if (e.getCause() instanceof InputCoercionException) {
            return Problem.INVALID.at(pointer, "field.range", "is out of range");
        }
        if (e instanceof InvalidNullException) {
            return Problem.INVALID.at(pointer, "field.missing", "must not be null");
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatched(mismatch, pointer);
        }
        return Problem.INVALID.at(pointer, "field.invalid", "is not a valid value");
    }

    private static PatchbayException mismatched(MismatchedInputException e, String pointer) {
        var message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Missing required creator property")) {
            return Problem.INVALID.at(pointer, "field.missing", "is missing");
        }
        if (message.startsWith("Null value for creator property") || message.contains("`null`")) {
            return Problem.INVALID.at(pointer, "field.missing", "must not be null");
        }
        if (message.startsWith("Trailing token")) {
            return Problem.INVALID.at("", "json.malformed", "holds more than one JSON value");
        }
        var type = e.getTargetType();
        if (e instanceof InvalidFormatException && type != null && type.isEnum()) {
            var choices =
                    Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return Problem.INVALID.at(pointer, "field.choice", "must be one of " + choices);
        }
        if (type == LocalTime.class) {
            return Problem.INVALID.at(pointer, "field.time", "must be a time such as 17:30");
        }
        return Problem.INVALID.at(pointer, "field.type", "must be " + kind(type));
    }

    private static PatchbayException nested(PatchbayException own, String pointer) {
        var errors = own.errors().stream()
                .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.detail()))
                .toList();
        return errors.isEmpty()
                ? own.problem().because(List.of(new FieldError(pointer, own.code(), detail(own))))
                : own.problem().because(errors);
    }

    private static String detail(PatchbayException e) {
        return e.getMessage() == null ? e.problem().title() : e.getMessage();
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-01-31";
        }
        if (type == LocalDateTime.class) {
            return "a local time such as 2026-01-31T12:00, without a zone";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a moment such as 2026-01-31T12:00:00Z";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (type.isEnum() || (type.isRecord() && type.getRecordComponents().length == 1)) {
            return "a text";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
    }

    private static String pointer(JsonMappingException e) {
        var pointer = JsonPointer.empty();
        for (var step : e.getPath()) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(Math.max(0, step.getIndex()))
                    : pointer.appendProperty(step.getFieldName());
        }
        return shortened(pointer.toString());
    }

    private static String shortened(String text) {
        return text.length() > MAX_POINTER ? text.substring(0, MAX_POINTER) : text;
    }

    private static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
