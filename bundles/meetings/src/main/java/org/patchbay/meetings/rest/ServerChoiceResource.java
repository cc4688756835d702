package org.patchbay.meetings.rest;

import javax.ws.rs.Consumes;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.server.MediaServers;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** On which media server a portal's meetings are. */
@Component(service = RestResource.class)
@Path("portals/{portal}/media-server")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ServerChoiceResource implements RestResource {

    private final MediaServers servers;

    @Activate
    public ServerChoiceResource(@Reference MediaServers servers) {
        this.servers = servers;
    }

    @GET
    @Requires(Right.MANAGE_PORTAL)
    public ServerChoice choice(@PathParam("portal") String portal) {
        return servers.choice(new PortalId(portal));
    }

    @PUT
    @Requires(Right.MANAGE_PORTAL)
    public ServerChoice choose(@PathParam("portal") String portal, ServerChoice choice, @Context Caller caller) {
        return servers.choose(new PortalId(portal), choice, caller);
    }
}
