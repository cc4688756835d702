package org.patchbay.calls.rest;

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
import org.patchbay.api.calls.Calls;
import org.patchbay.api.calls.Foresight;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What would become of a call. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-forecasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallForecastResource implements RestResource {

    private final Calls calls;

    @Activate
    public CallForecastResource(@Reference Calls calls) {
        this.calls = calls;
    }

    /** What would happen if somebody called; nothing rings. */
    @POST
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Foresight foresee(@PathParam("portal") String portal, Foresight.Question question, @Context Caller caller) {
        return calls.foresee(new PortalId(portal), question, caller);
    }
}
