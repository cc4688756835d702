package org.patchbay.identity.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.Management;
import org.patchbay.identity.picture.PictureService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The picture of a person. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{id}/picture")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonPictureResource implements RestResource {

    private final Management management;
    private final PictureService pictures;

    @Activate
    public PersonPictureResource(@Reference Management management, @Reference PictureService pictures) {
        this.management = management;
        this.pictures = pictures;
    }

    @PUT
    @Consumes({"image/png", "image/jpeg"})
    @Requires(Right.MANAGE_PEOPLE)
    public Person put(
            @PathParam("portal") String portal, @PathParam("id") String id, InputStream file, @Context Caller caller) {
        management.require(new PortalId(portal), new PersonId(id), caller);
        return pictures.put(new PortalId(portal), new PersonId(id), file, caller);
    }

    @DELETE
    @Requires(Right.MANAGE_PEOPLE)
    public Person remove(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        management.require(new PortalId(portal), new PersonId(id), caller);
        return pictures.remove(new PortalId(portal), new PersonId(id), caller);
    }
}
