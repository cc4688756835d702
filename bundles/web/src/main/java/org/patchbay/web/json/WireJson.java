package org.patchbay.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.patchbay.api.Problem;

/**
 * The one mapper of the wire. Reading is strict: unknown, missing, null and doubled fields, text for numbers and
 * numbers for text are refused, halves of characters too, depth and size are bounded. Writing leaves absent values out;
 * moments are ISO text, read and written.
 */
public final class WireJson {

    /** The most bytes of a request's body. */
    public static final int MAX_BYTES = 1 << 20;

    static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = build(new Jdk8Module(), new JavaTimeModule(), StrictTimes.module());

    private WireJson() {}

    /** The mapper; immutable by agreement. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A mapper for looking at types: the same, but that it leaves optionals to whoever looks. */
    public static JsonMapper forTypes() {
        return build(new JavaTimeModule(), StrictTimes.module());
    }

    /**
     * Reads what a client sent.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the field at fault
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw Problem.INVALID.at("", "body.missing", "must not be null");
            }
            return value;
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }

    private static JsonMapper build(Module... modules) {
        var bounds = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxDocumentLength(MAX_BYTES)
                .maxStringLength(MAX_BYTES)
                .maxNameLength(200)
                .maxNumberLength(40)
                .build();
        return JsonMapper.builder(new WholeText.Factory(new JsonFactoryBuilder().streamReadConstraints(bounds)))
                .addModules(modules)
                .annotationIntrospector(new RecordIntrospector())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .withCoercionConfigDefaults(config -> {
                    config.setAcceptBlankAsEmpty(false);
                    config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
                })
                .build();
    }
}
