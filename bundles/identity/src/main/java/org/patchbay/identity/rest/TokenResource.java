package org.patchbay.identity.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.token.ApiTokens;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The tokens with which programs act for the caller. */
@Component(service = RestResource.class)
@Path("account/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenResource implements RestResource {

    private final ApiTokens tokens;

    @Activate
    public TokenResource(@Reference ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Requires(Right.OWN_SIGN_IN)
    public Page<ApiTokens.ApiToken> list(@Context Caller caller) {
        Caller.Member member = Members.require(caller);
        return Pages.whole(tokens.list(member.portal(), member.person()));
    }

    @POST
    @Requires(Right.OWN_SIGN_IN)
    public ApiTokens.NewToken create(ApiTokens.TokenDraft draft, @Context Caller caller) {
        return tokens.create(Members.require(caller), draft);
    }

    @DELETE
    @Path("{token}")
    @Requires(Right.OWN_SIGN_IN)
    public void revoke(@PathParam("token") String token, @Context Caller caller) {
        Caller.Member member = Members.require(caller);
        tokens.revoke(member.portal(), member.person(), token, caller);
    }
}
