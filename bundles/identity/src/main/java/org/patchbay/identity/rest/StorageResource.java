package org.patchbay.identity.rest;

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
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.identity.Quotas.StorageUse;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.Management;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What a person has stored, and may store. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{id}/storage")
@Produces(MediaType.APPLICATION_JSON)
public final class StorageResource implements RestResource {

    private final Management management;
    private final Quotas quotas;

    @Activate
    public StorageResource(@Reference Management management, @Reference Quotas quotas) {
        this.management = management;
        this.quotas = quotas;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public StorageUse get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        management.require(new PortalId(portal), new PersonId(id), caller);
        return quotas.use(new PortalId(portal), new PersonId(id));
    }
}
