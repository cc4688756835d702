package org.patchbay.web.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The portal that answers on the request's host: what a page must know before anybody signs in. */
@Component(service = RestResource.class)
@Path("portal")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalResource implements RestResource {

    @GET
    @Requires(Right.ANYONE)
    public PortalJson get(@Context Portal portal) {
        return new PortalJson(
                portal.id(),
                portal.name(),
                portal.host(),
                portal.language(),
                portal.accent(),
                portal.id().isRoot());
    }

    /** What everybody may know of a portal. */
    public record PortalJson(PortalId id, String name, String host, String language, String accent, boolean root) {}
}
