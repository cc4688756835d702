package org.patchbay.calls.rest;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.Calls;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Calls that were, with those together that were joined or of one conference. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-conversations")
@Produces(MediaType.APPLICATION_JSON)
public final class ConversationResource implements RestResource {

    private final Calls calls;

    @Activate
    public ConversationResource(@Reference Calls calls) {
        this.calls = calls;
    }

    /** The newest beginning first; one is listed when a call of it is looked for, with all calls that one may see. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Conversation> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("person") @Nullable String person,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("result") @Nullable String result,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        var query = Wanted.query(text, person, direction, result, from, until);
        var page = new PageRequest(limit, Optional.ofNullable(after));
        return calls.conversations(new PortalId(portal), query, page, caller);
    }

    /** By any call of it. */
    @GET
    @Path("{call}")
    @Requires(Right.OWN_ACCOUNT)
    public Conversation get(
            @PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        return calls.conversation(new PortalId(portal), new CallId(call), caller)
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }
}
