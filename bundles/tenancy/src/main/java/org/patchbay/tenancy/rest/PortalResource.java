package org.patchbay.tenancy.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.PortalEditor;

/** The portals of the server. */
@Component(service = RestResource.class)
@Path("portals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PortalResource implements RestResource {

    private final Portals portals;
    private final PortalEditor editor;

    @Activate
    public PortalResource(@Reference Portals portals, @Reference PortalEditor editor) {
        this.portals = portals;
        this.editor = editor;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<Portal> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        return portals.list(Optional.ofNullable(text), new PageRequest(limit, Optional.ofNullable(after)));
    }

    @POST
    @Requires(Right.MANAGE_PORTALS)
    @Answers(value = Portal.class, status = 201)
    public Response create(PortalDraft draft, @Context Caller caller) {
        Portal portal = portals.create(draft, caller);
        return tagged(Response.created(UriBuilder.fromPath("portals/{portal}").build(portal.id())), portal);
    }

    @GET
    @Path("{portal}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Portal.class)
    public Response get(@PathParam("portal") String portal) {
        return portals.find(new PortalId(portal))
                .map(found -> tagged(Response.ok(), found))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    @PUT
    @Path("{portal}")
    @Requires(Right.MANAGE_PORTAL)
    @Answers(Portal.class)
    public Response update(
            @PathParam("portal") String portal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PortalDraft draft,
            @Context Caller caller) {
        return tagged(Response.ok(), editor.update(new PortalId(portal), EntityTag.require(ifMatch), draft, caller));
    }

    @DELETE
    @Path("{portal}")
    @Requires(Right.MANAGE_PORTALS)
    public void delete(@PathParam("portal") String portal, @Context Caller caller) {
        portals.delete(new PortalId(portal), caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, Portal portal) {
        return answer.entity(portal)
                .header(HttpHeaders.ETAG, EntityTag.of(portal.version()))
                .build();
    }
}
