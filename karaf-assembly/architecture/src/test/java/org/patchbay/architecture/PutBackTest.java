package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** Of telephones, what was read may be sent back whole: every field of the answer is one of the draft, or is read over. */
class PutBackTest {

    private static final List<String> SLICES = List.of("calls", "extensions", "provisioning", "voicemail");

    /** These are about the whole thing, of which the answer says nothing. */
    private static final List<String> ALONE = List.of("portals/{portal}/mailboxes/{extension}/pin");

    private final List<String> faults = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();

    @Test
    void whatWasReadMayBeSentBackWhole() throws Exception {
        OpenApiFileTest.withResources((loader, resources) -> {
            Map<String, Class<?>> answers = new HashMap<>();
            List<Method> puts = new ArrayList<>();
            for (Class<?> resource : resources) {
                if (SLICES.stream().anyMatch(slice -> resource.getName().startsWith("org.patchbay." + slice + '.'))) {
                    for (Method method : resource.getDeclaredMethods()) {
                        if (method.isAnnotationPresent(GET.class)) {
                            answer(method).ifPresent(type -> answers.put(path(method), type));
                        }
                        if (method.isAnnotationPresent(PUT.class)) {
                            puts.add(method);
                        }
                    }
                }
            }
            for (Method put : puts) {
                String path = path(put);
                body(put).filter(any -> !ALONE.contains(path)).ifPresent(draft -> {
                    String list = path.replaceFirst("/[^/]+$", "");
                    Class<?> answer = answers.getOrDefault(path, answers.get(list));
                    assertThat(answer).as("what is read at %s", path).isNotNull();
                    pairs.add(path);
                    compare(path, answer, draft);
                });
            }
        });
        assertThat(faults).isEmpty();
        assertThat(pairs)
                .contains(
                        "portals/{portal}/extensions/{extension}/services",
                        "portals/{portal}/phones/{phone}",
                        "portals/{portal}/mailboxes/{extension}",
                        "portals/{portal}/call-settings")
                .hasSizeGreaterThan(15);
    }

    private static String path(Method method) {
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return own == null ? base : base + '/' + own.value();
    }

    /** The record that is read, of a list one of its items. */
    private static Optional<Class<?>> answer(Method get) {
        Optional<Class<?>> said = value(get.getAnnotations(), "Answers");
        Type type = said.map(Type.class::cast).orElse(get.getGenericReturnType());
        Type item = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return item instanceof Class<?> known && known.isRecord() ? Optional.of(known) : Optional.empty();
    }

    private static Optional<Class<?>> body(Method put) {
        return Arrays.stream(put.getParameters())
                .filter(parameter -> parameter.getAnnotations().length == 0)
                .map(Parameter::getType)
                .filter(Class::isRecord)
                .<Class<?>>map(type -> type)
                .findFirst();
    }

    private static Optional<Class<?>> value(Annotation[] annotations, String name) {
        return Arrays.stream(annotations)
                .filter(one -> one.annotationType().getSimpleName().equals(name))
                .<Class<?>>map(one -> {
                    try {
                        return (Class<?>)
                                one.annotationType().getMethod("value").invoke(one);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst();
    }

    private void compare(String path, Class<?> answer, Class<?> draft) {
        Map<String, Type> taken = fields(draft);
        Map<String, Type> over = value(draft.getAnnotations(), "PutBack")
                .map(PutBackTest::fields)
                .orElse(Map.of());
        fields(answer).forEach((name, type) -> {
            if (!taken.containsKey(name)) {
                if (!over.containsKey(name)) {
                    faults.add(path + ": " + name + " is refused");
                }
            } else if (!fits(type, taken.get(name))) {
                faults.add(path + ": " + name + " is read as " + type + " and taken as " + taken.get(name));
            }
        });
    }

    private static boolean fits(Type read, Type taken) {
        boolean optional = taken instanceof ParameterizedType wrapped
                && wrapped.getRawType().equals(Optional.class)
                && boxed(read).equals(wrapped.getActualTypeArguments()[0]);
        return optional || read.getTypeName().equals(taken.getTypeName());
    }

    private static Type boxed(Type type) {
        return type == int.class
                ? Integer.class
                : type == long.class ? Long.class : type == boolean.class ? Boolean.class : type;
    }

    private static Map<String, Type> fields(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
    }
}
