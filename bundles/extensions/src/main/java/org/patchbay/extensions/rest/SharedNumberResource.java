package org.patchbay.extensions.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.SharedNumbers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Numbers of the portal that another portal of the server has, too. */
@Component(service = RestResource.class)
@Path("portals/{portal}/shared-numbers")
@Produces(MediaType.APPLICATION_JSON)
public final class SharedNumberResource implements RestResource {

    private final SharedNumbers numbers;

    @Activate
    public SharedNumberResource(@Reference SharedNumbers numbers) {
        this.numbers = numbers;
    }

    /** All of them; which other portal it is hears who manages portals alone. */
    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Page<SharedNumbers.SharedNumber> list(@PathParam("portal") String portal, @Context Caller caller) {
        return Page.of(numbers.of(new PortalId(portal), caller));
    }
}
