package org.patchbay.mail.rest;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.Mails;
import org.patchbay.mail.MailConfig;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** How many mails wait, went out or did not. */
@Component(service = RestResource.class, configurationPid = "org.patchbay.mail")
@Path("portals/{portal}/mail-figures")
@Produces(MediaType.APPLICATION_JSON)
public final class MailFigureResource implements RestResource {

    private final Mails mails;
    private final boolean delivering;

    @Activate
    public MailFigureResource(@Reference Mails mails, MailConfig config) {
        this.mails = mails;
        this.delivering = !config.smtpUrl().isBlank();
    }

    /** For root: of every portal. */
    @GET
    @Requires(Right.SEE_MAIL)
    public MailFigures get(@PathParam("portal") String portal) {
        Map<Mail.State, Long> counted = mails.figures(new PortalId(portal));
        return new MailFigures(
                delivering,
                counted.getOrDefault(Mail.State.KEPT, 0L),
                counted.getOrDefault(Mail.State.QUEUED, 0L),
                counted.getOrDefault(Mail.State.SENT, 0L),
                counted.getOrDefault(Mail.State.FAILED, 0L),
                counted.getOrDefault(Mail.State.BOUNCED, 0L));
    }

    /**
     * Mails by state.
     *
     * @param delivering whether there is a mail server; without one all are kept
     */
    public record MailFigures(boolean delivering, long kept, long queued, long sent, long failed, long bounced) {}
}
