package org.patchbay.scheduling.rest;

import java.time.LocalDateTime;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitation;
import org.patchbay.api.scheduling.Invitations;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Invitations by the secret of their mail; an account is not needed. */
@Component(service = RestResource.class)
@Path("portals/{portal}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvitationResource implements RestResource {

    private final Invitations invitations;

    @Activate
    public InvitationResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @GET
    @Path("{secret}")
    @Requires(Right.ANYONE)
    public Invitation get(@PathParam("portal") String portal, @PathParam("secret") String secret) {
        return invitations.find(new PortalId(portal), secret);
    }

    /** Answers for the whole meeting, or for one occurrence. */
    @PUT
    @Path("{secret}")
    @Requires(Right.ANYONE)
    public Invitation answer(
            @PathParam("portal") String portal,
            @PathParam("secret") String secret,
            InvitationAnswer given,
            @Context Caller caller) {
        return invitations.answer(new PortalId(portal), secret, given.answer(), given.occurrence(), caller);
    }

    /** What is answered. */
    public record InvitationAnswer(Answer answer, Optional<LocalDateTime> occurrence) {}
}
