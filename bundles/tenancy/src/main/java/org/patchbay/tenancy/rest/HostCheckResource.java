package org.patchbay.tenancy.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.host.HostCheck;
import org.patchbay.tenancy.host.HostChecker;

/** Says where a host leads, before or after a portal answers on it. */
@Component(service = RestResource.class)
@Path("portals/host-check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HostCheckResource implements RestResource {

    private final HostChecker checker;

    @Activate
    public HostCheckResource(@Reference HostChecker checker) {
        this.checker = checker;
    }

    @POST
    @Requires(Right.MANAGE_PORTALS)
    public HostCheck check(Host host) {
        return checker.check(host.host());
    }

    /** The host to look at. */
    public record Host(String host) {}
}
