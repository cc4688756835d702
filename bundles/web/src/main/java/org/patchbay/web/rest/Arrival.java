package org.patchbay.web.rest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.spi.web.RestResource;

/**
 * Tells what is not there from what has not come up yet: until all that is required has been there once, a path that no
 * resource serves may be served in a moment. Thread-safe.
 */
final class Arrival {

    private final RequiredPaths required;
    private volatile boolean complete;
    private volatile Served served = new Served(List.of(), Pattern.compile("(?!)"));

    private record Served(List<RestResource> by, Pattern paths) {}

    Arrival(RequiredPaths required) {
        this.required = required;
    }

    /** Whether what this path asks for may still come. */
    boolean isAwaited(String path, List<RestResource> resources) {
        if (complete) {
            return false;
        }
        if (required.missing(resources).isEmpty()) {
            complete = true;
            return false;
        }
        var known = served;
        if (known.by() != resources) {
            known = new Served(resources, pattern(resources));
            served = known;
        }
        return !known.paths().matcher(path).matches();
    }

    private static Pattern pattern(List<RestResource> resources) {
        return Pattern.compile(resources.stream()
                .flatMap(resource -> OperationPaths.of(resource.getClass()).stream())
                .map(Arrival::pattern)
                .collect(Collectors.joining("|", "(", ")/?")));
    }

    private static String pattern(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment ->
                        segment.startsWith("{") ? (segment.contains(":") ? ".+" : "[^/]+") : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
    }
}
