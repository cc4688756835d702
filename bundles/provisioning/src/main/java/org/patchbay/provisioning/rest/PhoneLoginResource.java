package org.patchbay.provisioning.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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

    private final Softphones softphones;

    @Activate
    public PhoneLoginResource(@Reference Softphones softphones) {
        this.softphones = softphones;
    }

    /** Who needs more than a password to sign in gets {@code sign-in.further}, and goes to the page {@code /phone-login}. */
    @POST
    @Requires(Right.ANYONE)
    public SoftphoneLink signIn(PhoneLogin login, @Context Caller caller) {
        return softphones.signIn(caller.portal(), login.login(), login.password(), caller.address());
    }

    /** A login name or mail address, and the password. */
    public record PhoneLogin(String login, String password) {

        @Override
        public String toString() {
            return "PhoneLogin[]";
        }
    }
}
