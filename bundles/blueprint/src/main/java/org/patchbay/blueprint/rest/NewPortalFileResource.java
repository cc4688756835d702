package org.patchbay.blueprint.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.blueprint.Blueprints;
import org.patchbay.blueprint.Comparison;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** New portals from files. */
@Component(service = RestResource.class)
@Path("portal-files")
@Produces(MediaType.APPLICATION_JSON)
public final class NewPortalFileResource implements RestResource {

    private final Blueprints blueprints;

    @Activate
    public NewPortalFileResource(@Reference Blueprints blueprints) {
        this.blueprints = blueprints;
    }

    /** Creates a portal as the file says, all of it or nothing. */
    @POST
    @Consumes({"application/yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
    @Requires(Right.MANAGE_PORTALS)
    @Answers(value = Portal.class, status = 201)
    public Response create(InputStream file, @Context Caller caller) {
        Portal portal = blueprints.create(BlueprintResource.read(file), caller);
        return Response.created(UriBuilder.fromPath("portals/{portal}").build(portal.id()))
                .entity(portal)
                .header(HttpHeaders.ETAG, EntityTag.of(portal.version()))
                .build();
    }

    /** What creating would give; changes nothing. */
    @POST
    @Path("comparison")
    @Consumes({"application/yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
    @Requires(Right.MANAGE_PORTALS)
    public Comparison compare(InputStream file, @Context Caller caller) {
        return blueprints.compareNew(BlueprintResource.read(file), caller);
    }
}
