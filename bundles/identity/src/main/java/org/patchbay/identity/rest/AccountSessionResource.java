package org.patchbay.identity.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.session.OwnSessions;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Where the caller is signed in. */
@Component(service = RestResource.class)
@Path("account/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountSessionResource implements RestResource {

    private final OwnSessions sessions;

    @Activate
    public AccountSessionResource(@Reference OwnSessions sessions) {
        this.sessions = sessions;
    }

    @GET
    @Requires(Right.OWN_SIGN_IN)
    public Page<SessionBook.SessionShown> list(@Context Caller caller) {
        return Pages.whole(sessions.list(Members.require(caller)));
    }

    @DELETE
    @Path("{session}")
    @Requires(Right.OWN_SIGN_IN)
    public void end(@PathParam("session") String session, @Context Caller caller) {
        sessions.end(Members.require(caller), session);
    }

    /** Every session but this one. */
    @DELETE
    @Requires(Right.OWN_SIGN_IN)
    public void endOthers(@Context Caller caller) {
        sessions.endOthers(Members.require(caller));
    }
}
