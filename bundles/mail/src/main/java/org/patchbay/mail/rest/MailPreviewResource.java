package org.patchbay.mail.rest;

import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.mail.MailPreview;
import org.patchbay.api.mail.Mails;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** How the mails of a portal look, with made-up values. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mail-previews")
@Produces(MediaType.APPLICATION_JSON)
public final class MailPreviewResource implements RestResource {

    private final Mails mails;

    @Activate
    public MailPreviewResource(@Reference Mails mails) {
        this.mails = mails;
    }

    /** The kinds of mail that there are. */
    @GET
    @Requires(Right.MANAGE_PORTAL)
    public List<String> list(@PathParam("portal") String portal) {
        return mails.kinds();
    }

    @GET
    @Path("{kind}")
    @Requires(Right.MANAGE_PORTAL)
    public MailPreview get(
            @PathParam("portal") String portal,
            @PathParam("kind") String kind,
            @QueryParam("language") @DefaultValue("en") String language) {
        return mails.preview(new PortalId(portal), kind, language);
    }
}
