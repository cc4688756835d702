package org.patchbay.extensions.rest;

import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.AnnouncementDesk;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What menus and queues may say, to choose from. */
@Component(service = RestResource.class)
@Path("portals/{portal}/sentences")
@Produces(MediaType.APPLICATION_JSON)
public final class SentenceResource implements RestResource {

    private final AnnouncementDesk desk;

    @Activate
    public SentenceResource(@Reference AnnouncementDesk desk) {
        this.desk = desk;
    }

    /** The announcements of the portal, then sentences that come with the server. */
    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Page<AnnouncementDesk.SentenceChoice> list(@PathParam("portal") String portal) {
        return Page.of(desk.choices(new PortalId(portal)));
    }

    /** A sentence that comes with the server, as a WAV file; in English for a language in which there is none. */
    @GET
    @Path("{sentence}/sound")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(byte[].class)
    public Response sound(
            @PathParam("portal") String portal,
            @PathParam("sentence") String name,
            @QueryParam("language") @DefaultValue("en") String language) {
        return Response.ok(desk.builtIn(name, language), "audio/wav").build();
    }
}
