package org.patchbay.identity.rest;

import java.util.Optional;
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
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Where the caller is signed in. */
@Component(service = RestResource.class)
@Path("account/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountSessionResource implements RestResource {

    private final SessionBook sessions;
    private final UnitOfWork work;

    @Activate
    public AccountSessionResource(@Reference SessionBook sessions, @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    @GET
    @Requires(Right.OWN_SIGN_IN)
    public Page<SessionBook.SessionShown> list(@Context Caller caller) {
        Caller.Member member = Members.require(caller);
        return Pages.whole(
                work.call(() -> sessions.list(member.portal(), member.person(), Optional.of(member.session()))));
    }

    @DELETE
    @Path("{session}")
    @Requires(Right.OWN_SIGN_IN)
    public void end(@PathParam("session") String session, @Context Caller caller) {
        Caller.Member member = Members.require(caller);
        work.run(() -> sessions.endOne(member.portal(), member.person(), session));
    }

    /** Every session but this one. */
    @DELETE
    @Requires(Right.OWN_SIGN_IN)
    public void endOthers(@Context Caller caller) {
        Caller.Member member = Members.require(caller);
        work.run(() -> sessions.endOf(member.portal(), member.person(), Optional.of(member.session())));
    }
}
