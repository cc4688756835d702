package org.patchbay.web.rest;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.Path;
import org.patchbay.spi.web.Requires;

/** What makes a resource fit to be published: every operation says what it requires. */
final class OperationRule {

    private OperationRule() {}

    /** What is wrong with the resource, if anything is. */
    static Optional<String> fault(Class<?> resource) {
        if (!resource.isAnnotationPresent(Path.class)) {
            return Optional.of("it has no @Path");
        }
        return Arrays.stream(resource.getMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .flatMap(method -> fault(method).stream())
                .sorted()
                .findFirst();
    }

    private static Optional<String> fault(Method method) {
        if (OperationPaths.verb(method).isPresent()) {
            return method.isAnnotationPresent(Requires.class)
                    ? Optional.empty()
                    : Optional.of(method.getName() + " has no @Requires");
        }
        return method.isAnnotationPresent(Path.class)
                ? Optional.of(method.getName() + " hands on to another resource, which nothing would guard")
                : Optional.empty();
    }
}
