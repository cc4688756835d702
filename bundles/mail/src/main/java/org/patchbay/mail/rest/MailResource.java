package org.patchbay.mail.rest;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailBody;
import org.patchbay.api.mail.Mails;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The outbox: who was sent what, and for root what it said. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mails")
@Produces(MediaType.APPLICATION_JSON)
public final class MailResource implements RestResource {

    private final Mails mails;

    @Activate
    public MailResource(@Reference Mails mails) {
        this.mails = mails;
    }

    @GET
    @Requires(Right.SEE_MAIL)
    public Page<Mail> list(
            @PathParam("portal") String portal,
            @QueryParam("of") @Nullable String of,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        return mails.list(
                new PortalId(portal),
                Optional.ofNullable(of).map(PortalId::new),
                new PageRequest(limit, Optional.ofNullable(after)));
    }

    @GET
    @Path("{id}")
    @Requires(Right.SEE_MAIL)
    public Mail get(@PathParam("portal") String portal, @PathParam("id") String id) {
        return mails.find(new PortalId(portal), id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("mail.unknown", "There is no such mail"));
    }

    @GET
    @Path("{id}/body")
    @Requires(Right.SEE_MAIL_BODY)
    public MailBody body(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return mails.look(new PortalId(portal), id, caller);
    }

    @POST
    @Path("{id}/retry")
    @Requires(Right.SEE_MAIL)
    public Mail retry(@PathParam("portal") String portal, @PathParam("id") String id) {
        return mails.retry(new PortalId(portal), id);
    }
}
