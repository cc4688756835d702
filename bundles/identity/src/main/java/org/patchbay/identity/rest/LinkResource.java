package org.patchbay.identity.rest;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.session.SessionView;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.identity.link.LinkService;
import org.patchbay.identity.signin.Client;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** One-time links; their token comes in the body, never in a path that a proxy would log. */
@Component(service = RestResource.class)
@Path("links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LinkResource implements RestResource {

    private final LinkService links;
    private final SessionAnswers answers;

    @Activate
    public LinkResource(@Reference LinkService links, @Reference SessionAnswers answers) {
        this.links = links;
        this.answers = answers;
    }

    @POST
    @Path("look")
    @Requires(Right.ANYONE)
    public LinkJson look(Token token, @Context Caller caller) {
        LinkService.Look look = links.look(caller.portal(), token.token());
        return new LinkJson(look.kind(), look.login(), answers.portal(caller.portal()), look.expires());
    }

    @POST
    @Path("use")
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response use(
            NewPassword wanted,
            @Context Caller caller,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("User-Agent") @Nullable String userAgent) {
        Client client = Client.of(caller.address(), userAgent == null ? "" : userAgent);
        return answers.entry(
                links.use(caller.portal(), wanted.token(), wanted.password(), client, Optional.ofNullable(origin)),
                caller);
    }

    /** The token of a link. */
    public record Token(String token) {
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /** The token of a link and the password to set. */
    public record NewPassword(String token, String password) {
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** What a link is for. */
    public record LinkJson(String kind, String login, PortalView portal, Instant expires) {}
}
