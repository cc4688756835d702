package org.patchbay.click2meet.rest;

import java.util.Optional;
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
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.click2meet.RingService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What a person says to who rings at the own link; who waits is told by the live channel {@code rings}. */
@Component(service = RestResource.class)
@Path("portals/{portal}/rings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RingResource implements RestResource {

    private final RingService rings;

    @Activate
    public RingResource(@Reference RingService rings) {
        this.rings = rings;
    }

    /** Of several pages that answer at once, one does; the others are told that it is over. */
    @POST
    @Path("{ring}/answer")
    @Requires(Right.HOST_MEETINGS)
    public AnsweredJson answer(
            @PathParam("portal") String portal, @PathParam("ring") String ring, @Context Caller caller) {
        return new AnsweredJson(
                rings.answer(new PortalId(portal), ring, member(caller)).id());
    }

    @POST
    @Path("{ring}/decline")
    @Requires(Right.HOST_MEETINGS)
    public void decline(
            @PathParam("portal") String portal,
            @PathParam("ring") String ring,
            Declining declining,
            @Context Caller caller) {
        rings.decline(new PortalId(portal), ring, declining.message(), member(caller));
    }

    private static Caller.Member member(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member;
        }
        throw Problem.FORBIDDEN.because("Only people with an account are rung up");
    }

    /** The meeting that the person and the visitor have now. */
    public record AnsweredJson(String meeting) {}

    /** What the visitor is told. */
    public record Declining(Optional<String> message) {}
}
