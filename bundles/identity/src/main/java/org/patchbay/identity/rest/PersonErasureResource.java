package org.patchbay.identity.rest;

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
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.privacy.PersonPrivacy;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The end of a person and of everything kept about the person. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonErasureResource implements RestResource {

    private final PersonPrivacy privacy;

    @Activate
    public PersonErasureResource(@Reference PersonPrivacy privacy) {
        this.privacy = privacy;
    }

    /** Deletes the person and everything kept about the person, for ever. */
    @POST
    @Requires(Right.MANAGE_PEOPLE)
    public void erase(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        privacy.erase(new PortalId(portal), new PersonId(id), caller);
    }
}
