package org.patchbay.web.rest;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.patchbay.api.Problem;

/** Refuses what an operation does not ask in its query: who misspells a parameter is told, and nothing is done by halves. */
final class QueryNames implements ContainerRequestFilter {

    private final Set<String> known = new TreeSet<>();

    QueryNames(Method operation) {
        for (var parameter : operation.getParameters()) {
            Arrays.stream(parameter.getAnnotationsByType(QueryParam.class))
                    .map(QueryParam::value)
                    .forEach(known::add);
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        for (var name : request.getUriInfo().getQueryParameters().keySet()) {
            if (!known.contains(name)) {
                throw Problem.INVALID.at(
                        name,
                        "query.unknown",
                        known.isEmpty()
                                ? "is not a parameter of this operation, which has none"
                                : "is not a parameter of this operation, which has " + String.join(", ", known));
            }
        }
    }
}
