package org.patchbay.meetings.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
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
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Meetings: starting, listing, ending; and what the host does to participants. */
@Component(service = RestResource.class)
@Path("portals/{portal}/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeetingResource implements RestResource {

    private static final int CODE_LIMIT = 64;

    private final Meetings meetings;
    private final DialIns dialIns;
    private final PortalLinks links;

    @Activate
    public MeetingResource(@Reference Meetings meetings, @Reference DialIns dialIns, @Reference PortalLinks links) {
        this.meetings = meetings;
        this.dialIns = dialIns;
        this.links = links;
    }

    /** All, or those that a person hosted or was in. */
    @GET
    @Requires(Right.SEE_MEETINGS)
    public Page<MeetingJson> list(
            @PathParam("portal") String portal,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") String after,
            @QueryParam("person") @Nullable String person,
            @Context Caller caller) {
        var id = new PortalId(portal);
        var wanted = new PageRequest(limit, Optional.ofNullable(after));
        Page<Meeting> page = Optional.ofNullable(person)
                .map(one -> meetings.ofPerson(id, new PersonId(one), wanted))
                .orElseGet(() -> meetings.list(id, wanted));
        return new Page<>(
                page.items().stream()
                        .map(meeting -> listed(id, meeting, caller))
                        .toList(),
                page.next(),
                page.total());
    }

    @POST
    @Requires(Right.HOST_MEETINGS)
    @Answers(value = MeetingJson.class, status = 201)
    public Response start(@PathParam("portal") String portal, MeetingDraft draft, @Context Caller caller) {
        var id = new PortalId(portal);
        if (!(caller instanceof Caller.Member host)) {
            throw Problem.FORBIDDEN.because("Only people with an account start meetings");
        }
        Meeting meeting = meetings.start(id, draft, host);
        return Response.created(UriBuilder.fromPath("portals/{portal}/meetings/{meeting}")
                        .build(portal, meeting.id()))
                .entity(json(id, meeting, caller))
                .build();
    }

    /** The meeting behind a link, for people with an account; a planned one opens when it is time or its host comes. */
    @POST
    @Path("by-link")
    @Requires(Right.TAKE_PART)
    public MeetingJson byLink(@PathParam("portal") String portal, Link link, @Context Caller caller) {
        var id = new PortalId(portal);
        if (!(caller instanceof Caller.Member member)) {
            throw Problem.FORBIDDEN.because("Guests come in with their name");
        }
        if (link.code().length() > CODE_LIMIT) {
            throw Problem.INVALID.at("/code", "too-long", "is longer than " + CODE_LIMIT + " characters");
        }
        return json(id, meetings.byLink(id, link.code(), member), caller);
    }

    @GET
    @Path("{meeting}")
    @Requires(Right.TAKE_PART)
    public MeetingJson get(
            @PathParam("portal") String portal, @PathParam("meeting") String meeting, @Context Caller caller) {
        var id = new PortalId(portal);
        return meetings.find(id, meeting)
                .map(found -> json(id, found, caller))
                .orElseThrow(() -> Problem.NOT_FOUND.because("meeting.unknown", "There is no such meeting"));
    }

    @DELETE
    @Path("{meeting}")
    @Requires(Right.HOST_MEETINGS)
    public void end(@PathParam("portal") String portal, @PathParam("meeting") String meeting, @Context Caller caller) {
        meetings.end(new PortalId(portal), meeting, caller);
    }

    @POST
    @Path("{meeting}/participants/{participant}/mute")
    @Requires(Right.HOST_MEETINGS)
    public MeetingJson mute(
            @PathParam("portal") String portal,
            @PathParam("meeting") String meeting,
            @PathParam("participant") String participant,
            Muting muting,
            @Context Caller caller) {
        var id = new PortalId(portal);
        return json(id, meetings.mute(id, meeting, participant, muting.audio(), muting.video(), caller), caller);
    }

    @DELETE
    @Path("{meeting}/participants/{participant}")
    @Requires(Right.HOST_MEETINGS)
    public void remove(
            @PathParam("portal") String portal,
            @PathParam("meeting") String meeting,
            @PathParam("participant") String participant,
            @Context Caller caller) {
        meetings.remove(new PortalId(portal), meeting, participant, caller);
    }

    private MeetingJson json(PortalId portal, Meeting meeting, Caller caller) {
        Optional<DialIn> dialIn = Optional.of(meeting)
                .filter(one -> one.state() == Meeting.State.OPEN)
                .flatMap(one -> dialIns.of(portal, one.code()));
        return MeetingJson.of(meeting, links.link(portal, "/m/" + meeting.code()), caller, dialIn);
    }

    private MeetingJson listed(PortalId portal, Meeting meeting, Caller caller) {
        return MeetingJson.of(meeting, links.link(portal, "/m/" + meeting.code()), caller, Optional.empty());
    }

    /** The last part of a meeting's link. */
    public record Link(String code) {}

    /** What of a participant is muted. */
    public record Muting(boolean audio, boolean video) {}
}
