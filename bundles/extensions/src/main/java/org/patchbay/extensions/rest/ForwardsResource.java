package org.patchbay.extensions.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.ExtensionService;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What people choose of their own extensions, and managers for them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extensions/{extension}/forwards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ForwardsResource implements RestResource {

    private final ExtensionService extensions;

    @Activate
    public ForwardsResource(@Reference ExtensionService extensions) {
        this.extensions = extensions;
    }

    /** The forwards of an extension of one's own, or of somebody whom one manages. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Choice.class)
    public Response get(@PathParam("portal") String portal, @PathParam("extension") String id, @Context Caller caller) {
        return tagged(extensions.personal(new PortalId(portal), id, caller));
    }

    @PUT
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Choice.class)
    public Response choose(
            @PathParam("portal") String portal,
            @PathParam("extension") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Choice choice,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(extensions.choose(new PortalId(portal), id, version, choice::on, caller));
    }

    private static Response tagged(Extension extension) {
        return Response.ok(Choice.of(extension))
                .header(HttpHeaders.ETAG, EntityTag.of(extension.version()))
                .build();
    }

    /**
     * What a person chooses of an extension.
     *
     * @param ringSeconds how long it rings before its calls go elsewhere, 5 to 300; without one as long as before
     */
    public record Choice(@MayBeAbsent boolean doNotDisturb, Forwards forwards, Optional<Integer> ringSeconds) {

        static Choice of(Extension extension) {
            return new Choice(extension.doNotDisturb(), extension.forwards(), Optional.of(extension.ringSeconds()));
        }

        Extension on(Extension present) {
            return present.doNotDisturb(doNotDisturb)
                    .forwards(forwards)
                    .ringSeconds(ringSeconds.orElse(present.ringSeconds()));
        }
    }
}
