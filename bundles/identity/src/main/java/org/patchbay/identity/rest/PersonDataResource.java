package org.patchbay.identity.rest;

import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.privacy.PersonPrivacy;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Everything kept about a person, as a file. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{id}/data")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonDataResource implements RestResource {

    private final PersonPrivacy privacy;

    @Activate
    public PersonDataResource(@Reference PersonPrivacy privacy) {
        this.privacy = privacy;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(Map.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return Response.ok(privacy.download(new PortalId(portal), new PersonId(id), caller))
                .build();
    }
}
