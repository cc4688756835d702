package org.patchbay.extensions.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
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
import org.patchbay.extensions.BrowserPhones;
import org.patchbay.extensions.BrowserPhones.BrowserPhone;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The phone in the browser of who asks. */
@Component(service = RestResource.class)
@Path("portals/{portal}/own-phone")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnPhoneResource implements RestResource {

    private final BrowserPhones phones;

    @Activate
    public OwnPhoneResource(@Reference BrowserPhones phones) {
        this.phones = phones;
    }

    /** Opens the phone of this session, or renews it. */
    @POST
    @Requires(Right.OWN_ACCOUNT)
    public BrowserPhone open(@PathParam("portal") String portal, @Context Caller caller) {
        return phones.open(new PortalId(portal), caller);
    }
}
