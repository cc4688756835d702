package org.patchbay.provisioning.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.provisioning.Softphones;
import org.patchbay.provisioning.Softphones.SoftphoneLink;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Setting a softphone up by the login name and password of the portal whose host it is. */
@Component(service = RestResource.class)
@Path("phone-logins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PhoneLoginResource implements RestResource {

    private static final int LONGEST_LOGIN = 254;
    private static final int LONGEST_CODE = 40;

    private final Softphones softphones;

    @Activate
    public PhoneLoginResource(@Reference Softphones softphones) {
        this.softphones = softphones;
    }

    /**
     * Who has a second factor says its code, too; without it the answer is {@code sign-in.further}. Who signs in otherwise, or has
     * to set something up first, goes to the page {@code /phone-login}.
     */
    @POST
    @Requires(Right.ANYONE)
    public SoftphoneLink signIn(PhoneLogin login, @Context Caller caller) {
        if (login.login().length() > LONGEST_LOGIN) {
            throw Problem.INVALID.at("/login", "too-long", "is longer than " + LONGEST_LOGIN + " characters");
        }
        if (login.code().filter(code -> code.length() > LONGEST_CODE).isPresent()) {
            throw Problem.INVALID.at("/code", "too-long", "is longer than " + LONGEST_CODE + " characters");
        }
        return softphones.signIn(caller.portal(), login.login(), login.password(), login.code(), caller.address());
    }

    /**
     * How somebody signs in.
     *
     * @param login the login name or mail address
     * @param code of the authenticator app, or a recovery code; absent where none is asked
     */
    public record PhoneLogin(String login, String password, Optional<String> code) {

        @Override
        public String toString() {
            return "PhoneLogin[]";
        }
    }
}
