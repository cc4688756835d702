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
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Where the relays (TURN) are, so that a browser sees before a meeting whether it reaches them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/relays")
@Produces(MediaType.APPLICATION_JSON)
public final class RelayResource implements RestResource {

    private final Rooms rooms;
    private final Portals portals;

    @Activate
    public RelayResource(@Reference Rooms rooms, @Reference Portals portals) {
        this.rooms = rooms;
        this.portals = portals;
    }

    @GET
    @Requires(Right.ANYONE)
    @Answers(Relays.class)
    public Relays relays(@PathParam("portal") String portal) {
        if (portals.find(new PortalId(portal)).isEmpty()) {
            throw Problem.NOT_FOUND.because("portal.unknown", "There is no such portal");
        }
        return new Relays(rooms.relays());
    }

    /** The relays' URLs (RFC 7065), without what it takes to use them. */
    public record Relays(List<String> urls) {}
}
