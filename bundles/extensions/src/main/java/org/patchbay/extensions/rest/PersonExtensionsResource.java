package org.patchbay.extensions.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.ExtensionService;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The extensions of people. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{person}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonExtensionsResource implements RestResource {

    private final ExtensionService extensions;

    @Activate
    public PersonExtensionsResource(@Reference ExtensionService extensions) {
        this.extensions = extensions;
    }

    /** The extensions of somebody, as far as the caller may change them. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Extension> list(
            @PathParam("portal") String portal, @PathParam("person") String person, @Context Caller caller) {
        return extensions.ofPerson(new PortalId(portal), new PersonId(person), caller);
    }
}
