package org.patchbay.meetings.rest;

import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.session.SessionView;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.spi.web.SessionCookie;

/** Lets people with a meeting's link and no account into that meeting. */
@Component(service = RestResource.class)
@Path("portals/{portal}/guests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GuestResource implements RestResource {

    private static final int NAME_LIMIT = 64;
    private static final int CODE_LIMIT = 64;

    private final Meetings meetings;
    private final Sessions sessions;
    private final Portals portals;
    private final Access access;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public GuestResource(
            @Reference Meetings meetings,
            @Reference Sessions sessions,
            @Reference Portals portals,
            @Reference Access access) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.portals = portals;
        this.access = access;
    }

    @POST
    @Requires(Right.ANYONE)
    @Answers(SessionView.class)
    public Response admit(@PathParam("portal") String portal, NewGuest draft, @Context Caller caller) {
        var id = new PortalId(portal);
        String name = Names.check("/name", draft.name(), NAME_LIMIT);
        Meeting meeting = meetings.byCode(id, checked(draft.code()), draft.pin(), caller.address());
        PortalView portalView = portals.find(id)
                .map(found -> PortalView.of(found, clock.instant()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        Sessions.NewSession session = sessions.admitGuest(id, meeting.id(), name, caller);
        if (!(session.caller() instanceof Caller.Guest guest)) {
            throw new IllegalStateException("A guest's session has another caller");
        }
        SessionView view = SessionView.of(guest, portalView, access.rights(guest, id), session.csrfToken());
        return Response.ok(view)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(session.secret()))
                .build();
    }

    @POST
    @Path("look")
    @Requires(Right.ANYONE)
    @Answers(Door.class)
    public Door look(@PathParam("portal") String portal, Link link, @Context Caller caller) {
        return new Door(meetings.asksPin(new PortalId(portal), checked(link.code()), caller.address()));
    }

    private static String checked(String code) {
        if (code.length() > CODE_LIMIT) {
            throw Problem.INVALID.at("/code", "too-long", "is longer than " + CODE_LIMIT + " characters");
        }
        return code;
    }

    /** Where a guest stands. */
    public record Link(String code) {}

    /** What a guest needs to come in: whether the meeting has a PIN. */
    public record Door(boolean pin) {}

    /** What a guest says of themselves; the PIN only where the meeting has one. */
    public record NewGuest(String code, String name, Optional<String> pin) {}
}
