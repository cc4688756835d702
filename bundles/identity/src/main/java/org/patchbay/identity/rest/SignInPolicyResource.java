package org.patchbay.identity.rest;

import java.util.Set;
import java.util.stream.Collectors;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.factor.SignInPolicies;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What a portal asks of those who sign in. */
@Component(service = RestResource.class)
@Path("portals/{portal}/sign-in-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SignInPolicyResource implements RestResource {

    private final SignInPolicies policies;
    private final RoleBook roles;

    @Activate
    public SignInPolicyResource(@Reference SignInPolicies policies, @Reference RoleBook roles) {
        this.policies = policies;
        this.roles = roles;
    }

    @GET
    @Requires(Right.MANAGE_PORTAL)
    @Answers(SignInPolicies.SignInPolicy.class)
    public Response get(@PathParam("portal") String portal) {
        return tagged(policies.find(new PortalId(portal)));
    }

    @PUT
    @Requires(Right.MANAGE_PORTAL)
    @Answers(SignInPolicies.SignInPolicy.class)
    public Response put(
            @PathParam("portal") String portal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SignInPolicies.SignInPolicyDraft draft,
            @Context Caller caller) {
        PortalId id = new PortalId(portal);
        Set<String> known = roles.in(id).stream().map(RoleBook.Role::name).collect(Collectors.toSet());
        if (!known.containsAll(draft.roles())) {
            throw Problem.INVALID.at("/roles", "roles.unknown", "must name roles of the portal");
        }
        return tagged(policies.save(id, EntityTag.require(ifMatch), draft, caller));
    }

    private static Response tagged(SignInPolicies.SignInPolicy policy) {
        return Response.ok(policy)
                .header(HttpHeaders.ETAG, EntityTag.of(policy.version()))
                .build();
    }
}
