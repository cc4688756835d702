package org.patchbay.identity.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.picture.PictureService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The own picture. */
@Component(service = RestResource.class)
@Path("account/picture")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountPictureResource implements RestResource {

    private final PictureService pictures;

    @Activate
    public AccountPictureResource(@Reference PictureService pictures) {
        this.pictures = pictures;
    }

    @PUT
    @Consumes({"image/png", "image/jpeg"})
    @Requires(Right.OWN_ACCOUNT)
    public Person put(InputStream file, @Context Caller caller) {
        return pictures.put(caller.portal(), self(caller), file, caller);
    }

    @DELETE
    @Requires(Right.OWN_ACCOUNT)
    public Person remove(@Context Caller caller) {
        return pictures.remove(caller.portal(), self(caller), caller);
    }

    private static PersonId self(Caller caller) {
        return caller.personId().orElseThrow(() -> Problem.FORBIDDEN.because("Guests have no account"));
    }
}
