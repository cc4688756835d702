package org.patchbay.click2meet.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.session.SessionView;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.click2meet.MessageService;
import org.patchbay.click2meet.PersonalLinks;
import org.patchbay.click2meet.RingService;
import org.patchbay.click2meet.link.Host;
import org.patchbay.click2meet.ring.Reachability;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.spi.web.SessionCookie;

/** What a visitor finds at somebody's personal link: who it is, ringing, and leaving a message. */
@Component(service = RestResource.class)
@Path("portals/{portal}/talk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TalkResource implements RestResource {

    private final PersonalLinks links;
    private final RingService rings;
    private final MessageService messages;
    private final Reachability reachability;
    private final Portals portals;
    private final Access access;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TalkResource(
            @Reference PersonalLinks links,
            @Reference RingService rings,
            @Reference MessageService messages,
            @Reference Reachability reachability,
            @Reference Portals portals,
            @Reference Access access) {
        this.links = links;
        this.rings = rings;
        this.messages = messages;
        this.reachability = reachability;
        this.portals = portals;
        this.access = access;
    }

    @GET
    @Path("{link}")
    @Requires(Right.ANYONE)
    public TalkJson get(@PathParam("portal") String portal, @PathParam("link") String link, @Context Caller caller) {
        var id = new PortalId(portal);
        Host host = links.open(id, link, caller);
        return new TalkJson(
                host.person().name(),
                reachability.reaches(id, host.person().id()),
                host.person().email().isPresent());
    }

    /** It rings once the live channel {@code ringing} is open, with the ring's id for {@code meeting}. */
    @POST
    @Path("{link}/rings")
    @Requires(Right.ANYONE)
    @Answers(RingJson.class)
    public Response ring(
            @PathParam("portal") String portal, @PathParam("link") String link, NewRing draft, @Context Caller caller) {
        var id = new PortalId(portal);
        RingService.Booked booked = rings.book(id, link, draft.name(), draft.about(), caller);
        var answer = Response.ok(new RingJson(
                booked.ring().id(), booked.ring().until(), booked.session().map(session -> view(id, session))));
        booked.session()
                .ifPresent(session -> answer.header(HttpHeaders.SET_COOKIE, SessionCookie.of(session.secret())));
        return answer.build();
    }

    private SessionView view(PortalId portal, Sessions.NewSession session) {
        if (!(session.caller() instanceof Caller.Guest guest)) {
            throw new IllegalStateException("A visitor's session has another caller");
        }
        PortalView seen = portals.find(portal)
                .map(found -> PortalView.of(found, clock.instant()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        return SessionView.of(guest, seen, access.rights(guest, portal), session.csrfToken());
    }

    /** Goes by mail to the person of the link, and to nobody else. */
    @POST
    @Path("{link}/messages")
    @Requires(Right.ANYONE)
    public void leaveMessage(
            @PathParam("portal") String portal,
            @PathParam("link") String link,
            MessageService.Message message,
            @Context Caller caller) {
        messages.leave(new PortalId(portal), link, message, caller);
    }

    /**
     * Whom a link leads to.
     *
     * @param reachable whether it would ring on some page now
     * @param messages whether a message can be left
     */
    public record TalkJson(String name, boolean reachable, boolean messages) {}

    /** Who rings, and what it is about. */
    public record NewRing(String name, Optional<String> about) {}

    /**
     * A ring.
     *
     * @param session of a visitor without an account
     */
    public record RingJson(String id, Instant until, Optional<SessionView> session) {}
}
