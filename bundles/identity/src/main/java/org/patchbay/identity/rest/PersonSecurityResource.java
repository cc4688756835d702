package org.patchbay.identity.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.people.PersonSecurity;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.token.ApiTokens;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** How a person signs in, for administrators. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonSecurityResource implements RestResource {

    private final PersonSecurity security;

    @Activate
    public PersonSecurityResource(@Reference PersonSecurity security) {
        this.security = security;
    }

    @GET
    @Path("{id}/second-factor")
    @Requires(Right.MANAGE_PEOPLE)
    public SecondFactors.SecondFactorState get(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return security.look(new PortalId(portal), new PersonId(id), caller);
    }

    @PUT
    @Path("{id}/second-factor")
    @Requires(Right.MANAGE_PEOPLE)
    public SecondFactors.SecondFactorState require(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            SecondFactorRequirement wanted,
            @Context Caller caller) {
        return security.require(new PortalId(portal), new PersonId(id), wanted.required(), caller);
    }

    @DELETE
    @Path("{id}/second-factor")
    @Requires(Right.MANAGE_PEOPLE)
    public void reset(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        security.resetSecondFactor(new PortalId(portal), new PersonId(id), caller);
    }

    @PUT
    @Path("{id}/password")
    @Requires(Right.MANAGE_PEOPLE)
    public void setPassword(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            PasswordSetting wanted,
            @Context Caller caller) {
        security.setPassword(new PortalId(portal), new PersonId(id), wanted.password(), wanted.mustChange(), caller);
    }

    @GET
    @Path("{id}/password")
    @Requires(Right.MANAGE_PEOPLE)
    public PersonSecurity.PasswordPlace passwordPlace(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return security.passwordPlace(new PortalId(portal), new PersonId(id), caller);
    }

    @DELETE
    @Path("{id}/password")
    @Requires(Right.MANAGE_PEOPLE)
    public void useDirectory(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        security.useDirectory(new PortalId(portal), new PersonId(id), caller);
    }

    @GET
    @Path("{id}/sessions")
    @Requires(Right.MANAGE_PEOPLE)
    public Page<SessionBook.SessionShown> sessions(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return Pages.whole(security.sessions(new PortalId(portal), new PersonId(id), caller));
    }

    @DELETE
    @Path("{id}/sessions")
    @Requires(Right.MANAGE_PEOPLE)
    public void endSessions(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        security.endSessions(new PortalId(portal), new PersonId(id), caller);
    }

    @DELETE
    @Path("{id}/sessions/{session}")
    @Requires(Right.MANAGE_PEOPLE)
    public void endSession(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @PathParam("session") String session,
            @Context Caller caller) {
        security.endSession(new PortalId(portal), new PersonId(id), session, caller);
    }

    @GET
    @Path("{id}/tokens")
    @Requires(Right.MANAGE_PEOPLE)
    public Page<ApiTokens.ApiToken> tokens(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return Pages.whole(security.tokens(new PortalId(portal), new PersonId(id), caller));
    }

    @DELETE
    @Path("{id}/tokens/{token}")
    @Requires(Right.MANAGE_PEOPLE)
    public void revokeToken(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @PathParam("token") String token,
            @Context Caller caller) {
        security.revokeToken(new PortalId(portal), new PersonId(id), token, caller);
    }

    /** Whether a second factor is asked of the person. */
    public record SecondFactorRequirement(boolean required) {}

    /** A password that the administrator tells the person. */
    public record PasswordSetting(String password, boolean mustChange) {
        @Override
        public String toString() {
            return "PasswordSetting[]";
        }
    }
}
