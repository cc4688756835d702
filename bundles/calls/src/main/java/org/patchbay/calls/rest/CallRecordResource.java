package org.patchbay.calls.rest;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.Calls;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Calls that were: the own ones, and those of the departments whose calls one may see. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-records")
@Produces(MediaType.APPLICATION_JSON)
public final class CallRecordResource implements RestResource {

    private final Calls calls;

    @Activate
    public CallRecordResource(@Reference Calls calls) {
        this.calls = calls;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<CallRecord> list(
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
        return calls.records(new PortalId(portal), query, new PageRequest(limit, Optional.ofNullable(after)), caller);
    }

    @GET
    @Path("{call}")
    @Requires(Right.OWN_ACCOUNT)
    public CallRecord get(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        return calls.record(new PortalId(portal), new CallId(call), caller)
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }

    /** The same as a file, a line for each call, at most 10,000. */
    @GET
    @Path("calls.csv")
    @Produces("text/csv;charset=UTF-8")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(String.class)
    public Response csv(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("person") @Nullable String person,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("result") @Nullable String result,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @Context Caller caller) {
        var query = Wanted.query(text, person, direction, result, from, until);
        String file = CallFile.csv(page -> calls.records(new PortalId(portal), query, page, caller));
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"")
                .build();
    }
}
