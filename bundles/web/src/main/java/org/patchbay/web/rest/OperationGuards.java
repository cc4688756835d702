package org.patchbay.web.rest;

import javax.ws.rs.Priorities;
import javax.ws.rs.container.DynamicFeature;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.FeatureContext;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;

/** Puts before each operation what it requires. */
final class OperationGuards implements DynamicFeature {

    private final Access access;

    OperationGuards(Access access) {
        this.access = access;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var requires = resource.getResourceMethod().getAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException("No @Requires on " + resource.getResourceMethod());
        }
        context.register(new WriteGuard(requires.value() != Right.ANYONE), Priorities.AUTHENTICATION);
        context.register(new RequiresFilter(access, requires.value()), Priorities.AUTHORIZATION);
        context.register(new QueryNames(resource.getResourceMethod()), Priorities.USER);
    }
}
