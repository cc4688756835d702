package org.patchbay.calls.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.OwnCodes;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What may be dialled at the own phone besides numbers. */
@Component(service = RestResource.class)
@Path("portals/{portal}/own-extensions/codes")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnCodeResource implements RestResource {

    private final OwnCodes codes;

    @Activate
    public OwnCodeResource(@Reference OwnCodes codes) {
        this.codes = codes;
    }

    /** Those that do something for the caller; none for who has no extension. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<OwnCodes.OwnCode> list(@PathParam("portal") String portal, @Context Caller caller) {
        return Page.of(codes.of(new PortalId(portal), caller));
    }
}
