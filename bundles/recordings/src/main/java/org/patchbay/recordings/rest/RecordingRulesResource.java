package org.patchbay.recordings.rest;

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
import org.patchbay.recordings.RecordingRules;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** For how long the portal keeps recordings, and what the server makes of them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/recording-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordingRulesResource implements RestResource {

    private final RecordingRules rules;

    @Activate
    public RecordingRulesResource(@Reference RecordingRules rules) {
        this.rules = rules;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public RecordingRules.Rules get(@PathParam("portal") String portal) {
        return rules.of(new PortalId(portal));
    }

    @PUT
    @Requires(Right.MANAGE_PORTAL)
    public RecordingRules.Rules put(
            @PathParam("portal") String portal, RecordingRulesDraft draft, @Context Caller caller) {
        return rules.change(new PortalId(portal), draft.keepDays(), caller);
    }

    /** After how many days recordings are deleted, 1 to 3650; empty for never. */
    public record RecordingRulesDraft(Optional<Integer> keepDays) {}
}
