package org.patchbay.web.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;

/**
 * Reads records as the panel means them: a record whose only component is {@code value} (an id) is that value, and a
 * component is required unless it is an optional or marked {@link MayBeAbsent}. What a draft is {@link PutBack put back} with
 * is read over.
 */
final class RecordIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        var isValue = annotated instanceof AnnotatedMethod method
                && method.getParameterCount() == 0
                && method.getName().equals("value")
                && isValue(method.getDeclaringClass());
        return isValue ? Boolean.TRUE : super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        var wraps = annotated instanceof AnnotatedConstructor constructor
                && constructor.getParameterCount() == 1
                && isValue(constructor.getDeclaringClass());
        if (wraps) {
            return JsonCreator.Mode.DELEGATING;
        }
        return super.findCreatorAnnotation(config, annotated);
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member.getDeclaringClass().isRecord() && !member.hasAnnotation(JsonInclude.class)) {
            return !OPTIONALS.contains(member.getRawType()) && !member.hasAnnotation(MayBeAbsent.class);
        }
        return super.hasRequiredMarker(member);
    }

    /** What may be absent is then the empty value of its type. */
    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return annotated.hasAnnotation(MayBeAbsent.class)
                ? JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)
                : super.findSetterInfo(annotated);
    }

    /** What a draft need not have, as only the thing itself does. */
    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
        PutBack whole = annotated.getAnnotation(PutBack.class);
        if (whole == null) {
            return super.findPropertyIgnoralByName(config, annotated);
        }
        Set<String> only = names(whole.value());
        only.removeAll(names(annotated.getRawType()));
        return JsonIgnoreProperties.Value.forIgnoredProperties(only);
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isValue(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }
}
