package org.patchbay.events.types;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Writes records as the panel means them: a record whose only component is {@code value} (an id) is that value. */
final class PanelIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        boolean value = annotated instanceof AnnotatedMethod method
                && method.getName().equals("value")
                && method.getParameterCount() == 0
                && isValue(method.getDeclaringClass());
        return value ? Boolean.TRUE : super.hasAsValue(annotated);
    }

    static boolean isValue(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }
}
