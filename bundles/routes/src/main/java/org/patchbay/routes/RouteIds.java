package org.patchbay.routes;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Ids of routes in a context. Immutable. */
record RouteIds(Set<String> ids) {

    static RouteIds of(CamelContext context) {
        Set<String> ids = new LinkedHashSet<>();
        for (Route route : context.getRoutes()) {
            ids.add(route.getRouteId());
        }
        return new RouteIds(ids);
    }

    RouteIds without(RouteIds others) {
        Set<String> rest = new LinkedHashSet<>(ids);
        rest.removeAll(others.ids);
        return new RouteIds(rest);
    }

    void removeFrom(CamelContext context) throws Exception {
        for (String id : ids) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
    }

    @Override
    public String toString() {
        return ids.toString();
    }
}
