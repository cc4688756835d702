package org.patchbay.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/** JSON of calls: what the database keeps and browsers hear. Thread-safe. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), ids())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    /** Ids are texts, as in the answers of the API. */
    private static SimpleModule ids() {
        return new SimpleModule()
                .addSerializer(CallId.class, ToStringSerializer.instance)
                .addSerializer(PersonId.class, ToStringSerializer.instance)
                .addSerializer(DepartmentId.class, ToStringSerializer.instance)
                .addDeserializer(CallId.class, new IdReader<>(CallId.class, CallId::new))
                .addDeserializer(PersonId.class, new IdReader<>(PersonId.class, PersonId::new))
                .addDeserializer(DepartmentId.class, new IdReader<>(DepartmentId.class, DepartmentId::new));
    }

    private static final class IdReader<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;
        private final transient Function<String, T> made;

        IdReader(Class<T> type, Function<String, T> made) {
            super(type);
            this.made = made;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return made.apply(text);
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what this bundle wrote itself. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what a client sent; INVALID if it does not fit the type. */
    public static <T> T accept(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (com.fasterxml.jackson.databind.JsonMappingException e) {
            throw Problem.INVALID.at(pointer(e), "json.invalid", "is missing or does not fit");
        } catch (JsonProcessingException e) {
            throw Problem.INVALID.because("json.invalid", "This is not JSON");
        }
    }

    private static String pointer(com.fasterxml.jackson.databind.JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var part : e.getPath()) {
            pointer.append('/').append(part.getFieldName() == null ? part.getIndex() : part.getFieldName());
        }
        return pointer.toString();
    }
}
