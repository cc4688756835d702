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
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The outbound rules of the departments in which the caller may set them up. */
@Component(service = RestResource.class)
@Path("portals/{portal}/outbound-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OutboundRuleResource implements RestResource {

    private final Switchboard switchboard;

    @Activate
    public OutboundRuleResource(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @GET
    @Requires(Right.CONFIGURE_TRUNKS)
    public Page<OutboundRule> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return switchboard.list(
                new PortalId(portal),
                Kinds.RULE,
                Optional.ofNullable(text),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    @POST
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(value = OutboundRule.class, status = 201)
    public Response create(@PathParam("portal") String portal, OutboundRuleDraft draft, @Context Caller caller) {
        var where = new PortalId(portal);
        OutboundRule made =
                switchboard.create(where, Kinds.RULE, id -> draft.thing(where, id, 1), Optional.empty(), caller);
        return tagged(
                Response.created(UriBuilder.fromPath("portals/{portal}/outbound-rules/{id}")
                        .build(portal, made.id())),
                made);
    }

    @GET
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(OutboundRule.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return tagged(Response.ok(), switchboard.find(new PortalId(portal), Kinds.RULE, id, caller));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(OutboundRule.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            OutboundRuleDraft draft,
            @Context Caller caller) {
        var where = new PortalId(portal);
        OutboundRule changed = switchboard.update(
                where,
                Kinds.RULE,
                id,
                EntityTag.require(ifMatch),
                (before, version) -> draft.thing(where, id, version),
                Optional.empty(),
                caller);
        return tagged(Response.ok(), changed);
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.CONFIGURE_TRUNKS)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        switchboard.delete(new PortalId(portal), Kinds.RULE, id, caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, OutboundRule thing) {
        return answer.entity(thing)
                .header(HttpHeaders.ETAG, EntityTag.of(thing.version()))
                .build();
    }
}
