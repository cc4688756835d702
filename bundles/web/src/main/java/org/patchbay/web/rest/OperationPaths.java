package org.patchbay.web.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** Where a resource's operations are: verb, and path template without slashes around. */
public final class OperationPaths {

    private OperationPaths() {}

    /** The paths of all its operations. */
    public static Set<String> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(method -> verb(method).isPresent())
                .map(method -> of(resource, method))
                .collect(Collectors.toSet());
    }

    /** The path of one operation. */
    public static String of(Class<?> resource, Method method) {
        return join(resource.getAnnotation(Path.class), method.getAnnotation(Path.class));
    }

    /** The HTTP method; empty for a method that is no operation. */
    public static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .flatMap(Stream::ofNullable)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String join(Path... parts) {
        return Arrays.stream(parts)
                .flatMap(Stream::ofNullable)
                .flatMap(part -> Arrays.stream(part.value().split("/")))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
