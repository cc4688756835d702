package org.patchbay.scheduling.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Planned meetings; their organizer and who manages the portal change them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/planned-meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlannedMeetingResource implements RestResource {

    private final PlannedMeetings meetings;

    @Activate
    public PlannedMeetingResource(@Reference PlannedMeetings meetings) {
        this.meetings = meetings;
    }

    /** The own ones, or everybody's for who manages the portal. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<PlannedMeeting> list(
            @PathParam("portal") String portal,
            @QueryParam("everybody") @DefaultValue("false") boolean everybody,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return meetings.list(
                new PortalId(portal), everybody, new PageRequest(limit, Optional.ofNullable(after)), caller);
    }

    @POST
    @Requires(Right.HOST_MEETINGS)
    @Answers(value = PlannedMeeting.class, status = 201)
    public Response plan(@PathParam("portal") String portal, PlannedMeetingDraft draft, @Context Caller caller) {
        if (!(caller instanceof Caller.Member organizer)) {
            throw Problem.FORBIDDEN.because("Only people with an account plan meetings");
        }
        PlannedMeeting meeting = meetings.plan(new PortalId(portal), draft, organizer);
        return tagged(
                Response.created(UriBuilder.fromPath("portals/{portal}/planned-meetings/{id}")
                        .build(portal, meeting.id())),
                meeting);
    }

    @GET
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(PlannedMeeting.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return meetings.find(new PortalId(portal), id, caller)
                .map(meeting -> tagged(Response.ok(), meeting))
                .orElseThrow(() -> Problem.NOT_FOUND.because("plan.unknown", "There is no such planned meeting"));
    }

    /** Who is invited is replaced as everything else is. */
    @PUT
    @Path("{id}")
    @Requires(Right.HOST_MEETINGS)
    @Answers(PlannedMeeting.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PlannedMeetingDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), meetings.update(new PortalId(portal), id, version, draft, caller));
    }

    /** Moves, cancels or puts back one occurrence of a series. */
    @PUT
    @Path("{id}/occurrence")
    @Requires(Right.HOST_MEETINGS)
    @Answers(PlannedMeeting.class)
    public Response change(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            OccurrenceChange change,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), meetings.change(new PortalId(portal), id, version, change, caller));
    }

    /** Sends every invitation again. */
    @POST
    @Path("{id}/invitations")
    @Requires(Right.HOST_MEETINGS)
    public PlannedMeeting invite(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return meetings.invite(new PortalId(portal), id, caller);
    }

    /** Cancels the meeting; the message goes to the invited. */
    @DELETE
    @Path("{id}")
    @Requires(Right.HOST_MEETINGS)
    public void cancel(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("message") @Nullable String message,
            @Context Caller caller) {
        meetings.cancel(new PortalId(portal), id, Optional.ofNullable(message), caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, PlannedMeeting meeting) {
        return answer.entity(meeting)
                .header(HttpHeaders.ETAG, EntityTag.of(meeting.version()))
                .build();
    }
}
