package org.patchbay.identity.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.session.SessionView;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.spi.web.SessionCookie;

/** The session of this client: signing in, asking who one is, signing out. */
@Component(service = RestResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource implements RestResource {

    private static final int LOGIN_LIMIT = 254;

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionAnswers answers;

    @Activate
    public SessionResource(@Reference SignIn signIn, @Reference Sessions sessions, @Reference SessionAnswers answers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.answers = answers;
    }

    @GET
    @Requires(Right.ANYONE)
    public SessionView get(@Context Caller caller, @CookieParam(SessionCookie.NAME) @Nullable String secret) {
        return answers.present(caller, Optional.ofNullable(secret));
    }

    @POST
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response signIn(
            Credentials credentials,
            @Context Caller caller,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("User-Agent") @Nullable String userAgent) {
        if (credentials.login().length() > LOGIN_LIMIT) {
            throw Problem.INVALID.at("/login", "too-long", "is longer than " + LOGIN_LIMIT + " characters");
        }
        return answers.entry(
                signIn.begin(
                        caller.portal(),
                        credentials.login(),
                        credentials.password(),
                        Client.of(caller.address(), userAgent == null ? "" : userAgent),
                        Optional.ofNullable(origin)),
                caller);
    }

    @DELETE
    @Requires(Right.OWN_ACCOUNT)
    @Answers(value = void.class, status = 204)
    public Response signOut(@Context Caller caller) {
        if (caller instanceof Caller.Member member) {
            sessions.signOut(member.portal(), member.session());
        }
        return SessionAnswers.end();
    }

    /** What somebody types to sign in. */
    public record Credentials(String login, String password) {
        @Override
        public String toString() {
            return "Credentials[" + login + "]";
        }
    }
}
