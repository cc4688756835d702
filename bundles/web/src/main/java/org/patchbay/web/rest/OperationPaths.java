package org.patchbay.web.rest;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.Path;

/** The path templates of a resource's operations, without slashes around. */
public final class OperationPaths {

    private OperationPaths() {}

    /** Reads the annotations. */
    public static Set<String> of(Class<?> resource) {
        var root = resource.getAnnotation(Path.class);
        return Arrays.stream(resource.getMethods())
                .filter(OperationRule::operation)
                .map(method -> join(root == null ? "" : root.value(), path(method)))
                .collect(Collectors.toSet());
    }

    private static String path(Method method) {
        var path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String join(String root, String path) {
        return Stream.of(root, path)
                .flatMap(each -> Arrays.stream(each.split("/")))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
