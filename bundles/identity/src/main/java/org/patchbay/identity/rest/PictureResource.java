package org.patchbay.identity.rest;

import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.picture.PictureService;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/**
 * Pictures by the hash of their content, which who may see a person learns with it. What a hash names never changes, so
 * that a browser may keep it.
 */
@Component(service = RestResource.class)
@Path("portals/{portal}/pictures")
public final class PictureResource implements RestResource {

    private final PictureService pictures;

    @Activate
    public PictureResource(@Reference PictureService pictures) {
        this.pictures = pictures;
    }

    @GET
    @Path("{hash}")
    @Produces({"image/jpeg", "image/png"})
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        String tag = "\"" + hash + "\"";
        var picture = pictures.find(new PortalId(portal), hash)
                .orElseThrow(() -> Problem.NOT_FOUND.because("picture.unknown", "There is no such picture"));
        var answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(picture.content()).type(picture.mediaType());
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .build();
    }
}
