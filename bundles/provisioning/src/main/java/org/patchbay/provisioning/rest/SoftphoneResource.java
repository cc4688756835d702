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

/** The link of a softphone: for whose extension it is and for who manages them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extensions/{extension}/softphone")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SoftphoneResource implements RestResource {

    private final Softphones softphones;

    @Activate
    public SoftphoneResource(@Reference Softphones softphones) {
        this.softphones = softphones;
    }

    /** Makes a link that is good once; the device for it too, if there is none yet. */
    @POST
    @Requires(Right.OWN_ACCOUNT)
    public SoftphoneLink link(
            @PathParam("portal") String portal, @PathParam("extension") String extension, @Context Caller caller) {
        return softphones.link(new PortalId(portal), extension, caller);
    }
}
