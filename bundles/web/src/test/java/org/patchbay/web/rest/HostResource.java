package org.patchbay.web.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Tells the portal of the request's host. */
@Path("portal")
@Produces(MediaType.APPLICATION_JSON)
public final class HostResource implements RestResource {

    @GET
    @Requires(Right.ANYONE)
    public HostJson get(@Context Caller caller) {
        return new HostJson(caller.portal(), caller.portal().isRoot());
    }

    record HostJson(PortalId id, boolean root) {}
}
