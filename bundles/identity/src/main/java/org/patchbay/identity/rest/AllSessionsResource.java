package org.patchbay.identity.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.session.OwnSessions;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Every session of the caller. */
@Component(service = RestResource.class)
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class AllSessionsResource implements RestResource {

    private final OwnSessions sessions;

    @Activate
    public AllSessionsResource(@Reference OwnSessions sessions) {
        this.sessions = sessions;
    }

    @DELETE
    @Requires(Right.OWN_SIGN_IN)
    @Answers(value = void.class, status = 204)
    public Response signOutEverywhere(@Context Caller caller) {
        sessions.endAll(Members.require(caller));
        return SessionAnswers.end();
    }
}
