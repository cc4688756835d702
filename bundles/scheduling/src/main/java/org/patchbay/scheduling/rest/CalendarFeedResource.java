package org.patchbay.scheduling.rest;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scheduling.CalendarFeeds;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.scheduling.planning.Secret;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The own calendar to subscribe to. */
@Component(service = RestResource.class)
@Path("portals/{portal}/calendar-feed")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarFeedResource implements RestResource {

    private final CalendarFeeds feeds;
    private final PortalLinks links;

    @Activate
    public CalendarFeedResource(@Reference CalendarFeeds feeds, @Reference PortalLinks links) {
        this.feeds = feeds;
        this.links = links;
    }

    /** Whether there is one. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public FeedState get(@PathParam("portal") String portal, @Context Caller caller) {
        return new FeedState(feeds.created(new PortalId(portal), member(caller)), Optional.empty());
    }

    /** Makes one, or gives it another address; the address is told this once. */
    @POST
    @Requires(Right.OWN_ACCOUNT)
    public FeedState renew(@PathParam("portal") String portal, @Context Caller caller) {
        var id = new PortalId(portal);
        Caller.Member member = member(caller);
        String secret = feeds.renew(id, member);
        URI address = links.link(id, "/api/v1/portals/" + portal + "/calendar-feed/" + secret);
        return new FeedState(feeds.created(id, member), Optional.of(address));
    }

    @DELETE
    @Requires(Right.OWN_ACCOUNT)
    public void revoke(@PathParam("portal") String portal, @Context Caller caller) {
        feeds.revoke(new PortalId(portal), member(caller));
    }

    /** The calendar, for programs that know the secret. */
    @GET
    @Path("{secret}")
    @Produces("text/calendar;charset=UTF-8")
    @Requires(Right.ANYONE)
    @Answers(String.class)
    public Response read(
            @PathParam("portal") String portal,
            @PathParam("secret") String secret,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        String calendar = feeds.read(new PortalId(portal), secret);
        String tag = '"' + Secret.hash(calendar).substring(0, 32) + '"';
        Response.ResponseBuilder answer = tag.equals(known) ? Response.notModified() : Response.ok(calendar);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Caller.Member member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member;
        }
        throw Problem.FORBIDDEN.because("Only people with an account have a calendar");
    }

    /**
     * The own calendar.
     *
     * @param created when it was made; empty if there is none
     * @param address told when it is made, and never again
     */
    public record FeedState(Optional<Instant> created, Optional<URI> address) {}
}
