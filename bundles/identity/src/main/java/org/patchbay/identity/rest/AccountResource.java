package org.patchbay.identity.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.AccountService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The caller's own account. */
@Component(service = RestResource.class)
@Path("account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource implements RestResource {

    private final AccountService accounts;

    @Activate
    public AccountResource(@Reference AccountService accounts) {
        this.accounts = accounts;
    }

    @PUT
    @Path("password")
    @Requires(Right.OWN_SIGN_IN)
    public void changePassword(PasswordChange change, @Context Caller caller) {
        accounts.changePassword(Members.require(caller), change.present(), change.password());
    }

    @PUT
    @Path("profile")
    @Requires(Right.OWN_ACCOUNT)
    public Person changeProfile(OwnProfile profile, @Context Caller caller) {
        return accounts.changeProfile(Members.require(caller), profile.language(), profile.zone());
    }

    /** What people choose of themselves; empty for the portal's. */
    public record OwnProfile(Optional<String> language, Optional<String> zone) {}

    /** The present password and the one to set. */
    public record PasswordChange(String present, String password) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}
