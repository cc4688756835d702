package org.patchbay.extensions.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
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
import org.patchbay.extensions.HotDeskService;
import org.patchbay.extensions.HotDeskService.HotDesk;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Phones at which people signed in with their own number, as far as an extension has to do with it. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extensions/{extension}/hot-desks")
@Produces(MediaType.APPLICATION_JSON)
public final class HotDeskResource implements RestResource {

    private final HotDeskService desks;

    @Activate
    public HotDeskResource(@Reference HotDeskService desks) {
        this.desks = desks;
    }

    /** The phones of the extension that others use, and the phones of others that are used as this extension. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<HotDesk> list(
            @PathParam("portal") String portal, @PathParam("extension") String extension, @Context Caller caller) {
        return Page.of(desks.list(new PortalId(portal), extension, caller));
    }

    /** Uses a phone as one of the extension, for who sets both up; people themselves sign in at the phone. */
    @PUT
    @Path("{device}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public void begin(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("device") String device,
            @Context Caller caller) {
        desks.signIn(new PortalId(portal), extension, device, caller);
    }

    /** Lets a phone be that of its own extension again. */
    @DELETE
    @Path("{device}")
    @Requires(Right.OWN_ACCOUNT)
    public void end(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("device") String device,
            @Context Caller caller) {
        desks.end(new PortalId(portal), extension, device, caller);
    }
}
