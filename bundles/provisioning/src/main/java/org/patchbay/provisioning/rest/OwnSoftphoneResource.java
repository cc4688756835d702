package org.patchbay.provisioning.rest;

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
import org.patchbay.provisioning.Softphones;
import org.patchbay.provisioning.Softphones.SoftphoneLink;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The softphone of who asks. */
@Component(service = RestResource.class)
@Path("portals/{portal}/own-softphone")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnSoftphoneResource implements RestResource {

    private final Softphones softphones;

    @Activate
    public OwnSoftphoneResource(@Reference Softphones softphones) {
        this.softphones = softphones;
    }

    /** Makes a link that is good once; the device for it too, if there is none yet. */
    @POST
    @Requires(Right.OWN_ACCOUNT)
    public SoftphoneLink link(@PathParam("portal") String portal, @Context Caller caller) {
        return softphones.own(new PortalId(portal), caller);
    }
}
