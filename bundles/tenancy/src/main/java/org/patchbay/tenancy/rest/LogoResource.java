package org.patchbay.tenancy.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.logo.LogoService;

/** The logo of a portal; it is shown before anybody signs in. */
@Component(service = RestResource.class)
@Path("portals/{portal}/logo")
public final class LogoResource implements RestResource {

    private final LogoService logos;

    @Activate
    public LogoResource(@Reference LogoService logos) {
        this.logos = logos;
    }

    @PUT
    @Consumes({"image/png", "image/jpeg"})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Right.MANAGE_PORTAL)
    @Answers(Portal.class)
    public Response put(
            @PathParam("portal") String portal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream picture,
            @Context Caller caller)
            throws IOException {
        byte[] sent = picture.readNBytes(LogoService.MOST_BYTES + 1);
        return tagged(logos.put(new PortalId(portal), EntityTag.require(ifMatch), sent, caller));
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Right.MANAGE_PORTAL)
    @Answers(Portal.class)
    public Response remove(
            @PathParam("portal") String portal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context Caller caller) {
        return tagged(logos.remove(new PortalId(portal), EntityTag.require(ifMatch), caller));
    }

    /** Under its hash the picture never changes. */
    @GET
    @Path("{hash}")
    @Produces("image/png")
    @Requires(Right.ANYONE)
    @Answers(byte[].class)
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        byte[] png = logos.find(new PortalId(portal), hash)
                .orElseThrow(() -> Problem.NOT_FOUND.because("logo.unknown", "There is no such logo"));
        String tag = "\"" + hash + "\"";
        var answer = tag.equals(ifNoneMatch)
                ? Response.notModified()
                : Response.ok((StreamingOutput) out -> out.write(png), "image/png")
                        .header(HttpHeaders.CONTENT_LENGTH, png.length);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }

    private static Response tagged(Portal portal) {
        return Response.ok(portal)
                .header(HttpHeaders.ETAG, EntityTag.of(portal.version()))
                .build();
    }
}
