package org.patchbay.extensions.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.DeviceDesk;
import org.patchbay.extensions.DeviceDesk.Handed;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The devices of extensions. A password is in the answer that makes it and in no other. */
@Component(service = RestResource.class)
@Path("portals/{portal}/devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeviceResource implements RestResource {

    private final Switchboard switchboard;
    private final DeviceDesk desk;

    @Activate
    public DeviceResource(@Reference Switchboard switchboard, @Reference DeviceDesk desk) {
        this.switchboard = switchboard;
        this.desk = desk;
    }

    @GET
    @Path("{device}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(Device.class)
    public Response get(@PathParam("portal") String portal, @PathParam("device") String id, @Context Caller caller) {
        return tagged(switchboard.find(new PortalId(portal), Kinds.DEVICE, id, caller));
    }

    @PUT
    @Path("{device}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(Device.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("device") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DeviceDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(switchboard.update(
                new PortalId(portal), Kinds.DEVICE, id, version, draft::thing, Optional.empty(), caller));
    }

    @DELETE
    @Path("{device}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public void delete(@PathParam("portal") String portal, @PathParam("device") String id, @Context Caller caller) {
        switchboard.delete(new PortalId(portal), Kinds.DEVICE, id, caller);
    }

    /** Another password; the one before is no good any more. */
    @POST
    @Path("{device}/password")
    @Requires(Right.OWN_ACCOUNT)
    public Handed renew(@PathParam("portal") String portal, @PathParam("device") String id, @Context Caller caller) {
        return desk.renew(new PortalId(portal), id, caller);
    }

    private static Response tagged(Device device) {
        return Response.ok(device)
                .header(HttpHeaders.ETAG, EntityTag.of(device.version()))
                .build();
    }
}
