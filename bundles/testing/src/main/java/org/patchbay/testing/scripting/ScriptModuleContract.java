package org.patchbay.testing.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

/** What every script module is: functions that take and give plain data, each said in a sentence. */
public interface ScriptModuleContract {

    Set<Class<?>> PLAIN = Set.of(
            void.class,
            boolean.class,
            int.class,
            long.class,
            double.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            String.class,
            Instant.class,
            Object.class);

    ScriptModule module();

    private List<Method> functions() {
        return Arrays.stream(module().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(ScriptFunction.class))
                .toList();
    }

    @Test
    default void isNamedAsScriptsImportIt() {
        assertThat(module().name()).matches("patchbay/[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    default void hasFunctionsThatCanBeCalled() {
        assertThat(Modifier.isPublic(module().getClass().getModifiers()))
                .as("a public class")
                .isTrue();
        assertThat(functions()).isNotEmpty().noneMatch(method -> Modifier.isStatic(method.getModifiers()));
        assertThat(functions()).extracting(Method::getName).doesNotHaveDuplicates();
    }

    @Test
    default void takesThePortalOrTheRunFirst() {
        assertThat(functions()).allSatisfy(method -> assertThat(method.getParameterTypes())
                .isNotEmpty()
                .satisfies(types -> assertThat(types[0]).isIn(PortalId.class, ScriptRun.class)));
    }

    @Test
    default void saysWhatEachDoesInASentence() {
        assertThat(functions())
                .extracting(method -> method.getAnnotation(ScriptFunction.class).value())
                .allSatisfy(text -> assertThat(text).matches("[A-Z][^\\n]*\\.").hasSizeLessThanOrEqualTo(200));
    }

    @Test
    default void givesItsParametersNames() {
        assertThat(functions())
                .flatExtracting(method -> List.of(method.getParameters()))
                .allSatisfy(parameter -> assertThat(parameter.isNamePresent())
                        .as("compiled with -parameters")
                        .isTrue());
    }

    @Test
    default void takesAndGivesPlainData() {
        assertThat(functions()).allSatisfy(method -> {
            var types = List.of(method.getGenericParameterTypes());
            types.subList(1, types.size()).forEach(type -> plain(type, new HashSet<>()));
            plain(method.getGenericReturnType(), new HashSet<>());
        });
    }

    private static void plain(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            var raw = (Class<?>) generic.getRawType();
            assertThat(raw == Optional.class
                            || Collection.class.isAssignableFrom(raw)
                            || Map.class.isAssignableFrom(raw))
                    .as("%s is plain data", type)
                    .isTrue();
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> plain(part, seen));
            return;
        }
        assertThat(type).isInstanceOf(Class.class);
        var simple = (Class<?>) type;
        if (simple.isRecord()) {
            Arrays.stream(simple.getRecordComponents()).forEach(part -> plain(part.getGenericType(), seen));
        } else if (!simple.isEnum()) {
            assertThat(PLAIN).as("%s is plain data", type).contains(simple);
        }
    }
}
