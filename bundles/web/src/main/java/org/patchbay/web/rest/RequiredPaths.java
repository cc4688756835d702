package org.patchbay.web.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.spi.web.RestResource;

/** Paths without which the server is not ready; {@code *} for a variable segment. Immutable. */
public record RequiredPaths(List<String> paths) {

    public RequiredPaths {
        paths = List.copyOf(paths);
    }

    /** As settings have them, by comma. */
    public static RequiredPaths of(String text) {
        return new RequiredPaths(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList());
    }

    /** Those that none of these resources serves. */
    public List<String> missing(Collection<RestResource> resources) {
        Set<String> served = resources.stream()
                .flatMap(resource -> OperationPaths.of(resource.getClass()).stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "*"))
                .collect(Collectors.toSet());
        return paths.stream()
                .filter(path -> served.stream().noneMatch(each -> each.equals(path) || each.startsWith(path + "/")))
                .toList();
    }
}
