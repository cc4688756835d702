package org.patchbay.identity.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.recovery.Recovery;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The way back in for who has forgotten login or password; the answer never tells whether anybody is there. */
@Component(service = RestResource.class)
@Path("recovery")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecoveryResource implements RestResource {

    private final Recovery recovery;

    @Activate
    public RecoveryResource(@Reference Recovery recovery) {
        this.recovery = recovery;
    }

    @POST
    @Requires(Right.ANYONE)
    public void ask(RecoveryRequest wanted, @Context Caller caller) {
        recovery.ask(caller.portal(), wanted.login(), caller.address());
    }

    /** A login name or an e-mail address. */
    public record RecoveryRequest(String login) {}
}
