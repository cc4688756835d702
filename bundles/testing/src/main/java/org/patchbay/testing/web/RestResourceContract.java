package org.patchbay.testing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What every REST resource keeps to. */
public interface RestResourceContract {

    /** The class under test. */
    Class<? extends RestResource> resource();

    @Test
    default void everyOperationSaysWhatItRequires() {
        assertThat(operations(resource())).isNotEmpty().allSatisfy(operation -> assertThat(
                        operation.isAnnotationPresent(Requires.class))
                .as(operation.getName())
                .isTrue());
    }

    @Test
    default void everyOperationSaysWhatItAnswers() {
        assertThat(operations(resource()))
                .filteredOn(
                        operation -> operation.getReturnType().getSimpleName().equals("Response"))
                .allSatisfy(operation -> assertThat(operation.isAnnotationPresent(Answers.class))
                        .as(operation.getName())
                        .isTrue());
    }

    /** JAX-RS asks the resource of the longest path alone: one at the portal's own path would hide the portal. */
    @Test
    default void itIsNotAtThePortalsOwnPath() {
        assertThat(Arrays.stream(resource().getAnnotations())
                        .filter(one -> one.annotationType().getName().equals("javax.ws.rs.Path"))
                        .map(Annotation::toString))
                .noneMatch(path -> path.endsWith("\"portals/{portal}\")"));
    }

    private static List<Method> operations(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .flatMap(type -> Arrays.stream(type.getAnnotations()))
                        .anyMatch(meta -> meta.annotationType().getName().equals("javax.ws.rs.HttpMethod")))
                .toList();
    }
}
