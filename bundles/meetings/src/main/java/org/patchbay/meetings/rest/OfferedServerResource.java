package org.patchbay.meetings.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.server.MediaServers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The media servers that a portal can choose from. */
@Component(service = RestResource.class)
@Path("portals/{portal}/media-servers")
@Produces(MediaType.APPLICATION_JSON)
public final class OfferedServerResource implements RestResource {

    private final MediaServers servers;

    @Activate
    public OfferedServerResource(@Reference MediaServers servers) {
        this.servers = servers;
    }

    @GET
    @Requires(Right.MANAGE_PORTAL)
    public List<MediaServers.Offered> list(@PathParam("portal") String portal) {
        return servers.offered();
    }
}
