package org.patchbay.tenancy.rest;

import java.time.Clock;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The portal of the request's host, for pages that come before the sign-in. */
@Component(service = RestResource.class)
@Path("portal")
@Produces(MediaType.APPLICATION_JSON)
public final class HostPortalResource implements RestResource {

    private final Portals portals;
    private final Clock clock;

    @Activate
    public HostPortalResource(@Reference Portals portals) {
        this(portals, Clock.systemUTC());
    }

    HostPortalResource(Portals portals, Clock clock) {
        this.portals = portals;
        this.clock = clock;
    }

    @GET
    @Requires(Right.ANYONE)
    public PortalView get(@Context Caller caller) {
        return portals.find(caller.portal())
                .map(portal -> PortalView.of(portal, clock.instant()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "No portal answers here"));
    }
}
