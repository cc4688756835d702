package org.patchbay.web.rest;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Right;
import org.patchbay.web.json.UnpaddedNames;

/** Asks whether the caller has the right of one operation. */
final class RequiresFilter implements ContainerRequestFilter {

    private final Access access;
    private final Right right;

    RequiresFilter(Access access, Right right) {
        this.access = access;
        this.right = right;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var visitor = RestContext.visitor(request);
        var path = request.getUriInfo().getPathParameters();
        path.values().forEach(values -> values.forEach(UnpaddedNames::require));
        var named = path.getFirst("portal");
        var portal = named == null ? visitor.visit().portal().id() : new PortalId(named);
        var meeting = path.getFirst("meeting");
        if (meeting == null) {
            access.require(visitor.caller(), portal, right);
        } else {
            access.requireMeeting(visitor.caller(), portal, right, meeting);
        }
    }
}
