package org.patchbay.calls.rest;

import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.Calls;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Calls that go on: the own ones, and those of the departments whose calls one may see. */
@Component(service = RestResource.class)
@Path("portals/{portal}/calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallResource implements RestResource {

    private final Calls calls;

    @Activate
    public CallResource(@Reference Calls calls) {
        this.calls = calls;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<LiveCall> list(@PathParam("portal") String portal, @Context Caller caller) {
        return Page.of(calls.live(new PortalId(portal), caller));
    }

    /** Click to call: the own phones ring first. */
    @POST
    @Requires(Right.OWN_ACCOUNT)
    @Answers(value = LiveCall.class, status = 201)
    public Response originate(@PathParam("portal") String portal, Wanted wanted, @Context Caller caller) {
        LiveCall call = calls.originate(new PortalId(portal), wanted.to(), caller);
        return Response.created(URI.create("portals/" + portal + "/calls/" + call.id()))
                .entity(call)
                .build();
    }

    /** Whom to call. */
    public record Wanted(String to) {}
}
