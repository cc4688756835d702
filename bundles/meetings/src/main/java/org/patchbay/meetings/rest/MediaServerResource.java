package org.patchbay.meetings.rest;

import java.util.List;
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
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.server.MediaServers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The media servers and how they are doing, for whoever runs the server. */
@Component(service = RestResource.class)
@Path("media-servers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MediaServerResource implements RestResource {

    private final MediaServers servers;

    @Activate
    public MediaServerResource(@Reference MediaServers servers) {
        this.servers = servers;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public List<MediaServers.MediaServer> list() {
        return servers.list();
    }

    @PUT
    @Path("{server}")
    @Requires(Right.MANAGE_PORTALS)
    public MediaServers.MediaServer change(
            @PathParam("server") String server, MediaServerChange change, @Context Caller caller) {
        return servers.drain(server, change.draining(), caller);
    }

    /** What can be changed of a media server of any kind. */
    public record MediaServerChange(boolean draining) {}
}
