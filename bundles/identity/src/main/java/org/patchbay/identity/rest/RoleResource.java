package org.patchbay.identity.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.CustomRoles;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.identity.people.Grants;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The roles that people of a portal may have: those that always are, and the portal's own. */
@Component(service = RestResource.class)
@Path("portals/{portal}/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RoleResource implements RestResource {

    private final RoleBook roles;
    private final CustomRoles custom;
    private final Grants grants;

    @Activate
    public RoleResource(@Reference RoleBook roles, @Reference CustomRoles custom, @Reference Grants grants) {
        this.roles = roles;
        this.custom = custom;
        this.grants = grants;
    }

    /** What each role allows is no secret: whoever has one may see it. */
    @GET
    @Requires(Right.SEE_PEOPLE)
    public Page<RoleBook.Role> list(@PathParam("portal") String portal) {
        return Page.of(roles.in(new PortalId(portal)));
    }

    @GET
    @Path("grants")
    @Requires(Right.SEE_PEOPLE)
    public Grants.RoleGrants grants(@PathParam("portal") String portal, @Context Caller caller) {
        return grants.of(new PortalId(portal), caller);
    }

    @POST
    @Requires(Right.MANAGE_ROLES)
    @Answers(value = RoleBook.Role.class, status = 201)
    public Response create(@PathParam("portal") String portal, RoleDraft draft, @Context Caller caller) {
        RoleBook.Role role = custom.create(new PortalId(portal), draft, caller);
        return tagged(
                Response.created(
                        UriBuilder.fromPath("portals/{portal}/roles/{id}").build(portal, role.name())),
                role);
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_ROLES)
    @Answers(RoleBook.Role.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RoleDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), custom.update(new PortalId(portal), id, version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_ROLES)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        custom.delete(new PortalId(portal), id, caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, RoleBook.Role role) {
        return answer.entity(role)
                .header(HttpHeaders.ETAG, EntityTag.of(role.version()))
                .build();
    }
}
