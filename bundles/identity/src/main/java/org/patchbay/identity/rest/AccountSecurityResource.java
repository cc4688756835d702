package org.patchbay.identity.rest;

import java.util.List;
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
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.SignInStep.NewPasskeyQuestion;
import org.patchbay.identity.passkey.Passkeys;
import org.patchbay.identity.people.OwnSecurity;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The caller's own second factors and passkeys. */
@Component(service = RestResource.class)
@Path("account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountSecurityResource implements RestResource {

    private final OwnSecurity security;

    @Activate
    public AccountSecurityResource(@Reference OwnSecurity security) {
        this.security = security;
    }

    @GET
    @Path("security")
    @Requires(Right.OWN_SIGN_IN)
    public OwnSecurity.SignInSecurity get(@Context Caller caller) {
        return security.look(Members.require(caller));
    }

    @POST
    @Path("second-factor/app")
    @Requires(Right.OWN_SIGN_IN)
    public OwnSecurity.NewAuthenticatorApp drawApp(@Context Caller caller) {
        return security.drawApp(Members.require(caller));
    }

    @PUT
    @Path("second-factor/app")
    @Requires(Right.OWN_SIGN_IN)
    public RecoveryCodes enrolApp(AppCode wanted, @Context Caller caller) {
        return new RecoveryCodes(
                security.enrolApp(Members.require(caller), wanted.token(), wanted.code(), wanted.present()));
    }

    @POST
    @Path("second-factor/app/removal")
    @Requires(Right.OWN_SIGN_IN)
    public void removeApp(PresentPassword wanted, @Context Caller caller) {
        security.removeApp(Members.require(caller), wanted.present());
    }

    @POST
    @Path("second-factor/recovery-codes")
    @Requires(Right.OWN_SIGN_IN)
    public RecoveryCodes renewCodes(PresentPassword wanted, @Context Caller caller) {
        return new RecoveryCodes(security.renewCodes(Members.require(caller), wanted.present()));
    }

    @POST
    @Path("passkeys/question")
    @Requires(Right.OWN_SIGN_IN)
    public NewPasskeyQuestion askPasskey(@Context Caller caller, @HeaderParam("Origin") @Nullable String origin) {
        return security.askPasskey(Members.require(caller), Origins.require(origin));
    }

    @POST
    @Path("passkeys")
    @Requires(Right.OWN_SIGN_IN)
    public Passkeys.Passkey addPasskey(
            NewPasskey wanted, @Context Caller caller, @HeaderParam("Origin") @Nullable String origin) {
        return security.addPasskey(
                Members.require(caller),
                Origins.require(origin),
                wanted.token(),
                wanted.name(),
                wanted.present(),
                wanted.registration());
    }

    @PUT
    @Path("passkeys/{passkey}")
    @Requires(Right.OWN_SIGN_IN)
    public void renamePasskey(@PathParam("passkey") String passkey, PasskeyName wanted, @Context Caller caller) {
        security.renamePasskey(Members.require(caller), passkey, wanted.name());
    }

    @DELETE
    @Path("passkeys/{passkey}")
    @Requires(Right.OWN_SIGN_IN)
    public void removePasskey(@PathParam("passkey") String passkey, @Context Caller caller) {
        security.removePasskey(Members.require(caller), passkey);
    }

    /** The first code of the app whose token this is, and the present password. */
    public record AppCode(String token, String code, String present) {
        @Override
        public String toString() {
            return "AppCode[]";
        }
    }

    /** The present password. */
    public record PresentPassword(String present) {
        @Override
        public String toString() {
            return "PresentPassword[]";
        }
    }

    /** A passkey to be kept, and the present password. */
    public record NewPasskey(String token, String name, String present, Passkeys.PasskeyRegistration registration) {
        @Override
        public String toString() {
            return "NewPasskey[]";
        }
    }

    /** A name for a passkey. */
    public record PasskeyName(String name) {}

    /** Codes that are shown this once. */
    public record RecoveryCodes(List<String> codes) {
        @Override
        public String toString() {
            return "RecoveryCodes[]";
        }
    }
}
