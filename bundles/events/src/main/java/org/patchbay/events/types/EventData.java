package org.patchbay.events.types;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.patchbay.api.Problem;

/** The data of events as JSON text: absent values are left out, moments are RFC 3339. */
public final class EventData {

    /** The most characters of an event's data. */
    public static final int MAX_CHARS = 16_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .annotationIntrospector(new PanelIntrospector())
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private EventData() {}

    /** The record as a JSON object. */
    public static String write(Record data) {
        String text = text(data);
        if (text.length() > MAX_CHARS) {
            throw Problem.TOO_LARGE.because(
                    "events.too-large",
                    "An event's data has at most " + MAX_CHARS + " characters",
                    Map.of("limit", MAX_CHARS));
        }
        return text;
    }

    /** The same JSON with every half of a surrogate pair escaped: no journal could give it back. */
    private static String whole(String json) {
        if (!hasSurrogate(json)) {
            return json;
        }
        var whole = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                whole.append("\\u%04x".formatted(point));
            } else {
                whole.appendCodePoint(point);
            }
        });
        return whole.toString();
    }

    private static boolean hasSurrogate(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Any value in the same manner. */
    public static String text(Object value) {
        try {
            return whole(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not data of an event: " + value.getClass(), e);
        }
    }
}
