package org.patchbay.identity.rest;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.privacy.PersonPrivacy;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Everything kept about the caller, as a file. */
@Component(service = RestResource.class)
@Path("account/data")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountDataResource implements RestResource {

    private final PersonPrivacy privacy;

    @Activate
    public AccountDataResource(@Reference PersonPrivacy privacy) {
        this.privacy = privacy;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Map.class)
    public Response get(@Context Caller caller) {
        if (!(caller instanceof Caller.Member member)) {
            throw Problem.FORBIDDEN.because("Only people with an account have data here");
        }
        return Response.ok(privacy.download(member.portal(), member.person(), caller))
                .build();
    }
}
