package org.patchbay.identity.rest;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.session.SessionView;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The further steps of a sign-in, and signing in with a passkey alone. */
@Component(service = RestResource.class)
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionStepResource implements RestResource {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final SessionAnswers answers;

    @Activate
    public SessionStepResource(
            @Reference SignIn signIn, @Reference Passkeys passkeys, @Reference SessionAnswers answers) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.answers = answers;
    }

    @POST
    @Path("second-factor")
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response secondFactor(
            SecondFactor answer,
            @Context Caller caller,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("User-Agent") @Nullable String userAgent) {
        answer.requireOne();
        Client client = client(caller, userAgent);
        if (answer.passkey().isPresent()) {
            return answers.entry(
                    signIn.passkey(
                            caller.portal(), answer.token(), answer.passkey().get(), client, Origins.require(origin)),
                    caller);
        }
        if (answer.newPasskey().isPresent()) {
            NewPasskey made = answer.newPasskey().get();
            return answers.entry(
                    signIn.newPasskey(
                            caller.portal(),
                            answer.token(),
                            made.name(),
                            made.registration(),
                            client,
                            Origins.require(origin)),
                    caller);
        }
        return answers.entry(
                signIn.code(caller.portal(), answer.token(), Texts.bounded("/code", answer.code(), 40), client),
                caller);
    }

    @POST
    @Path("new-password")
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response newPassword(
            NextPassword answer, @Context Caller caller, @HeaderParam("User-Agent") @Nullable String userAgent) {
        return answers.entry(
                signIn.newPassword(caller.portal(), answer.token(), answer.password(), client(caller, userAgent)),
                caller);
    }

    @POST
    @Path("passkey/question")
    @Requires(Right.ANYONE)
    public Passkeys.SolePasskeyQuestion passkeyQuestion(
            @Context Caller caller, @HeaderParam("Origin") @Nullable String origin) {
        return passkeys.askAny(caller.portal(), Origins.require(origin));
    }

    @POST
    @Path("passkey")
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response passkey(
            SolePasskey answer,
            @Context Caller caller,
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("User-Agent") @Nullable String userAgent) {
        return answers.entry(
                signIn.solePasskey(
                        caller.portal(),
                        answer.token(),
                        answer.passkey(),
                        client(caller, userAgent),
                        Origins.require(origin)),
                caller);
    }

    private static Client client(Caller caller, @Nullable String userAgent) {
        return Client.of(caller.address(), userAgent == null ? "" : userAgent);
    }

    /** A code, a passkey or a new one where it may be set up, for the sign-in that the token names. */
    public record SecondFactor(
            String token,
            Optional<String> code,
            Optional<Passkeys.PasskeyAssertion> passkey,
            Optional<NewPasskey> newPasskey) {

        void requireOne() {
            long given = Stream.of(code, passkey, newPasskey)
                    .filter(Optional::isPresent)
                    .count();
            if (given != 1) {
                throw Problem.INVALID.at(
                        "", "factor.one", "must have one of code, passkey and newPasskey", Map.of("given", given));
            }
        }

        @Override
        public String toString() {
            return "SecondFactor[]";
        }
    }

    /** A passkey just made, under a name of the person's choice. */
    public record NewPasskey(String name, Passkeys.PasskeyRegistration registration) {
        @Override
        public String toString() {
            return "NewPasskey[]";
        }
    }

    /** Another password, for the sign-in that the token names. */
    public record NextPassword(String token, String password) {
        @Override
        public String toString() {
            return "NextPassword[]";
        }
    }

    /** The answer of a passkey to the question that the token names. */
    public record SolePasskey(String token, Passkeys.PasskeyAssertion passkey) {
        @Override
        public String toString() {
            return "SolePasskey[]";
        }
    }
}
