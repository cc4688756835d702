package org.patchbay.identity.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The directories that plugins offer for signing in; their settings are those of the plugin. */
@Component(service = RestResource.class)
@Path("portals/{portal}/directories")
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource implements RestResource {

    private final DirectorySignIn directories;

    @Activate
    public DirectoryResource(@Reference DirectorySignIn directories) {
        this.directories = directories;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public Page<DirectorySignIn.DirectoryView> list(@PathParam("portal") String portal) {
        return Page.of(directories.list(new PortalId(portal)));
    }
}
