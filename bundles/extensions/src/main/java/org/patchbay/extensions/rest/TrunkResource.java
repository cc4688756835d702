package org.patchbay.extensions.rest;

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
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.extensions.SignallingDirectory;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The trunks of the departments in which the caller may set them up. */
@Component(service = RestResource.class)
@Path("portals/{portal}/trunks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrunkResource implements RestResource {

    private final Switchboard switchboard;
    private final SignallingDirectory signalling;

    @Activate
    public TrunkResource(@Reference Switchboard switchboard, @Reference SignallingDirectory signalling) {
        this.switchboard = switchboard;
        this.signalling = signalling;
    }

    @GET
    @Requires(Right.CONFIGURE_TRUNKS)
    public Page<Trunk> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return switchboard.list(
                new PortalId(portal),
                Kinds.TRUNK,
                Optional.ofNullable(text),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    @POST
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(value = Trunk.class, status = 201)
    public Response create(@PathParam("portal") String portal, TrunkDraft draft, @Context Caller caller) {
        var where = new PortalId(portal);
        Trunk made = switchboard.create(where, Kinds.TRUNK, id -> draft.thing(where, id, 1), draft.password(), caller);
        return tagged(
                Response.created(
                        UriBuilder.fromPath("portals/{portal}/trunks/{id}").build(portal, made.id())),
                made);
    }

    @GET
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(Trunk.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return tagged(Response.ok(), switchboard.find(new PortalId(portal), Kinds.TRUNK, id, caller));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(Trunk.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TrunkDraft draft,
            @Context Caller caller) {
        var where = new PortalId(portal);
        Trunk changed = switchboard.update(
                where,
                Kinds.TRUNK,
                id,
                EntityTag.require(ifMatch),
                (before, version) -> draft.thing(where, id, version),
                draft.password(),
                caller);
        return tagged(Response.ok(), changed);
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        switchboard.delete(new PortalId(portal), Kinds.TRUNK, id, caller);
    }

    /** How a trunk is doing. */
    public record TrunkStateJson(TrunkState state) {}

    @GET
    @Path("{id}/state")
    @Requires(Right.CONFIGURE_TRUNKS)
    public TrunkStateJson state(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        Trunk trunk = switchboard.find(new PortalId(portal), Kinds.TRUNK, id, caller);
        return new TrunkStateJson(signalling.trunk(new PortalId(portal), trunk.id()));
    }

    private static Response tagged(Response.ResponseBuilder answer, Trunk thing) {
        return answer.entity(thing)
                .header(HttpHeaders.ETAG, EntityTag.of(thing.version()))
                .build();
    }
}
