package org.patchbay.provisioning.rest;

import javax.ws.rs.GET;
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
import org.patchbay.provisioning.WaitingList;
import org.patchbay.provisioning.WaitingPhones;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Phones that looked for a server in the local network and that nobody added yet. */
@Component(service = RestResource.class)
@Path("portals/{portal}/waiting-phones")
@Produces(MediaType.APPLICATION_JSON)
public final class WaitingPhoneResource implements RestResource {

    private final WaitingPhones phones;

    @Activate
    public WaitingPhoneResource(@Reference WaitingPhones phones) {
        this.phones = phones;
    }

    /** Those of the portal's networks; of root's portal all of the server. Who asked last is first. Says why none can be there. */
    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public WaitingList list(@PathParam("portal") String portal, @Context Caller caller) {
        return phones.list(new PortalId(portal), caller);
    }
}
