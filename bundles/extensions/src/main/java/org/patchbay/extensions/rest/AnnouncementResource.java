package org.patchbay.extensions.rest;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.AnnouncementDesk;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.FilePart;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What the portal has its callers hear in menus and queues. */
@Component(service = RestResource.class)
@Path("portals/{portal}/announcements")
@Produces(MediaType.APPLICATION_JSON)
public final class AnnouncementResource implements RestResource {

    private final AnnouncementDesk desk;

    @Activate
    public AnnouncementResource(@Reference AnnouncementDesk desk) {
        this.desk = desk;
    }

    /** By name. */
    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Page<AnnouncementAnswer> list(@PathParam("portal") String portal) {
        return Page.of(desk.list(new PortalId(portal)).stream()
                .map(AnnouncementAnswer::of)
                .toList());
    }

    /**
     * An announcement.
     *
     * @param usedBy the menus and queues where it is heard
     */
    public record AnnouncementAnswer(String name, long millis, long bytes, Instant changed, List<String> usedBy) {

        static AnnouncementAnswer of(AnnouncementDesk.Used one) {
            var it = one.announcement();
            return new AnnouncementAnswer(it.name(), it.millis(), it.bytes(), it.changed(), one.by());
        }
    }

    /** A WAV file (PCM of 8 or 16 bits or G.711, one or two channels) of at most three minutes and 40 MB. */
    @PUT
    @Path("{announcement}")
    @Consumes("audio/wav")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public AnnouncementAnswer put(
            @PathParam("portal") String portal,
            @PathParam("announcement") String name,
            InputStream file,
            @Context Caller caller) {
        return AnnouncementAnswer.of(desk.put(new PortalId(portal), name, file, caller));
    }

    /** As phones hear it, a WAV file; whole or in part. */
    @GET
    @Path("{announcement}/sound")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(byte[].class)
    public Response sound(
            @PathParam("portal") String portal,
            @PathParam("announcement") String name,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        var file = desk.sound(new PortalId(portal), name);
        var asked = new FilePart.Asked(false, Optional.ofNullable(range), Optional.ofNullable(ifRange));
        FilePart part = FilePart.of(file, "audio/wav", name + ".wav", asked);
        Response.ResponseBuilder answer = Response.status(part.status()).entity((StreamingOutput) part::write);
        part.headers().forEach(answer::header);
        return answer.build();
    }

    /** CONFLICT while it is heard somewhere. */
    @DELETE
    @Path("{announcement}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public void delete(
            @PathParam("portal") String portal, @PathParam("announcement") String name, @Context Caller caller) {
        desk.delete(new PortalId(portal), name, caller);
    }
}
