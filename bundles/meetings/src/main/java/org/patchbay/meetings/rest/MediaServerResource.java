package org.patchbay.meetings.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The media servers and how they are doing, for whoever runs the server. */
@Component(service = RestResource.class)
@Path("media-servers")
@Produces(MediaType.APPLICATION_JSON)
public final class MediaServerResource implements RestResource {

    private final BridgeDirectory bridges;

    @Activate
    public MediaServerResource(@Reference BridgeDirectory bridges) {
        this.bridges = bridges;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public List<MediaServer> list() {
        return bridges.all().stream()
                .map(bridge -> new MediaServer(bridge.name(), bridge.stats()))
                .toList();
    }

    /** A media server by its name. */
    public record MediaServer(String name, BridgeStats stats) {}
}
