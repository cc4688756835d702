package org.patchbay.web.openapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Means;
import org.patchbay.web.json.WireJson;

/** Schemas of the values as {@link WireJson} writes them. */
@NullUnmarked // the library's contract
final class WireModels extends ModelResolver {

    WireModels() {
        super(WireJson.forTypes());
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        var java = _mapper.constructType(type.getType());
        if (java.hasRawClass(Response.class)) {
            return null;
        }
        if (java.hasRawClass(Optional.class)) {
            return context.resolve(inside(type, java.containedTypeOrUnknown(0)));
        }
        var plain = isRaw(type) ? new ObjectSchema() : plain(java);
        return plain == null ? super.resolve(type, context, next) : plain;
    }

    /** What a component is {@link Means said to hold}; the library asks with the annotations of the property. */
    @Override
    protected String resolveDescription(
            Annotated annotated, Annotation[] annotations, io.swagger.v3.oas.annotations.media.Schema schema) {
        return Arrays.stream(annotations == null ? new Annotation[0] : annotations)
                .filter(Means.class::isInstance)
                .map(one -> ((Means) one).value())
                .findFirst()
                .orElseGet(() -> super.resolveDescription(annotated, annotations, schema));
    }

    /** A text that is JSON already. */
    private static boolean isRaw(AnnotatedType type) {
        var annotations = type.getCtxAnnotations();
        return annotations != null && Arrays.stream(annotations).anyMatch(JsonRawValue.class::isInstance);
    }

    private static AnnotatedType inside(AnnotatedType optional, JavaType type) {
        return new AnnotatedType(type)
                .parent(optional.getParent())
                .jsonViewAnnotation(optional.getJsonViewAnnotation())
                .propertyName(optional.getPropertyName())
                .schemaProperty(optional.isSchemaProperty())
                .resolveAsRef(optional.isResolveAsRef());
    }

    private static Schema<?> plain(JavaType type) {
        var raw = type.getRawClass();
        if (raw == OptionalInt.class) {
            return new IntegerSchema();
        }
        if (raw == OptionalLong.class) {
            return new IntegerSchema().format("int64");
        }
        if (raw == OptionalDouble.class) {
            return new NumberSchema();
        }
        if (raw == Duration.class) {
            return new StringSchema().format("duration");
        }
        if (raw == LocalDateTime.class) {
            return new StringSchema().format("local-date-time");
        }
        if (raw == LocalTime.class) {
            return new StringSchema().format("time");
        }
        return JsonNode.class.isAssignableFrom(raw) ? new ObjectSchema() : value(raw);
    }

    /** A record of one {@code value} is that value. */
    private static Schema<?> value(Class<?> type) {
        if (!type.isRecord()) {
            return null;
        }
        var components = type.getRecordComponents();
        var isText = components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
        return isText ? new StringSchema() : null;
    }
}
