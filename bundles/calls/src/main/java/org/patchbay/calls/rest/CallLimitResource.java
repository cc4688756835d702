package org.patchbay.calls.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.limits.LimitsToday;
import org.patchbay.calls.limits.OutsideLimit;
import org.patchbay.calls.limits.OutsideLimits;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What the portal called outside today, against its limits. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-limits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallLimitResource implements RestResource {

    private final OutsideLimits limits;

    @Activate
    public CallLimitResource(@Reference OutsideLimits limits) {
        this.limits = limits;
    }

    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public LimitsToday get(@PathParam("portal") String portal) {
        return limits.today(new PortalId(portal));
    }

    /** Calls go on for the rest of the day although the limit is reached. */
    @POST
    @Path("{limit}/lift")
    @Requires(Right.CONFIGURE_TRUNKS)
    public LimitsToday lift(
            @PathParam("portal") String portal, @PathParam("limit") String limit, @Context Caller caller) {
        return limits.lift(new PortalId(portal), limit(limit), true, caller);
    }

    /** The limit holds again. */
    @DELETE
    @Path("{limit}/lift")
    @Requires(Right.CONFIGURE_TRUNKS)
    public LimitsToday restore(
            @PathParam("portal") String portal, @PathParam("limit") String limit, @Context Caller caller) {
        return limits.lift(new PortalId(portal), limit(limit), false, caller);
    }

    private static OutsideLimit limit(String word) {
        return OutsideLimit.of(word)
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.limit-unknown", "There is no such limit"));
    }
}
