package org.patchbay.events.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.identity.Right;
import org.patchbay.events.delivery.Deliveries;
import org.patchbay.events.delivery.DeliveryState;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Shows root which subscribers are in trouble. */
@Component(service = RestResource.class)
@Path("events/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource implements RestResource {

    private final Deliveries deliveries;

    @Activate
    public DeliveryResource(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<DeliveryState> list() {
        return Page.of(deliveries.states().stream().limit(PageRequest.MAX_LIMIT).toList());
    }
}
