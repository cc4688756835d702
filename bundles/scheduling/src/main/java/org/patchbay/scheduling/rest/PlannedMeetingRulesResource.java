package org.patchbay.scheduling.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.scheduling.planning.Keeping;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** For how long the portal keeps planned meetings that are over. */
@Component(service = RestResource.class)
@Path("portals/{portal}/planned-meeting-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlannedMeetingRulesResource implements RestResource {

    private final Keeping keeping;

    @Activate
    public PlannedMeetingRulesResource(@Reference Keeping keeping) {
        this.keeping = keeping;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public PlannedMeetingRules get(@PathParam("portal") String portal) {
        return PlannedMeetingRules.of(keeping.of(new PortalId(portal)));
    }

    @PUT
    @Requires(Right.MANAGE_PORTAL)
    public PlannedMeetingRules put(
            @PathParam("portal") String portal, PlannedMeetingRulesDraft draft, @Context Caller caller) {
        return PlannedMeetingRules.of(keeping.change(new PortalId(portal), draft.keepDays(), caller));
    }

    /** So many days after its last time a planned meeting is erased, 1 to 3650; empty for what is usual on the server. */
    public record PlannedMeetingRulesDraft(Optional<Integer> keepDays) {}

    /** The same, and what is usual on the server. */
    public record PlannedMeetingRules(Optional<Integer> keepDays, int usualDays) {

        static PlannedMeetingRules of(Keeping.Rules rules) {
            return new PlannedMeetingRules(rules.keepDays(), rules.usualDays());
        }
    }
}
