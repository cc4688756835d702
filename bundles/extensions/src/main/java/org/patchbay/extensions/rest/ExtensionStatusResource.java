package org.patchbay.extensions.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.ExtensionStatus;
import org.patchbay.extensions.StatusDesk;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Which diversions of extensions hold now; changed by the forwards and the services of each. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extension-status")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ExtensionStatusResource implements RestResource {

    private final StatusDesk desk;

    @Activate
    public ExtensionStatusResource(@Reference StatusDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Page<ExtensionStatus> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return desk.list(
                new PortalId(portal),
                Optional.ofNullable(text),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }
}
