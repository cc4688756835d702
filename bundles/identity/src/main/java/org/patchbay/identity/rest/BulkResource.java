package org.patchbay.identity.rest;

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
import org.patchbay.identity.people.BulkService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The same for many people, in one request: for all of them or for none. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people-bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BulkResource implements RestResource {

    private final BulkService bulk;

    @Activate
    public BulkResource(@Reference BulkService bulk) {
        this.bulk = bulk;
    }

    @POST
    @Requires(Right.MANAGE_PEOPLE)
    public BulkJson run(@PathParam("portal") String portal, BulkService.Order order, @Context Caller caller) {
        return new BulkJson(bulk.run(new PortalId(portal), order, caller));
    }

    /** How many people it was done to. */
    public record BulkJson(int people) {}
}
