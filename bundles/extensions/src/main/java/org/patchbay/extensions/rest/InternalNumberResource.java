package org.patchbay.extensions.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.PhoneList;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What can be called within a portal. */
@Component(service = RestResource.class)
@Path("portals/{portal}/internal-numbers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InternalNumberResource implements RestResource {

    private final PhoneList list;

    @Activate
    public InternalNumberResource(@Reference PhoneList list) {
        this.list = list;
    }

    /** What can be called within the portal, by number: for lists of phones and for choosing where calls go. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<PhoneList.InternalNumber> list(@PathParam("portal") String portal) {
        return Page.of(list.of(new PortalId(portal)));
    }
}
