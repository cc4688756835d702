package org.patchbay.identity.rest;

import java.util.Optional;
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
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.directory.DirectoryKeepers;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The directories that plugins offer for signing in; their settings are those of the plugin. */
@Component(service = RestResource.class)
@Path("portals/{portal}/directories")
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource implements RestResource {

    private final DirectorySignIn directories;
    private final DirectoryKeepers keepers;

    @Activate
    public DirectoryResource(@Reference DirectorySignIn directories, @Reference DirectoryKeepers keepers) {
        this.directories = directories;
        this.keepers = keepers;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public Page<DirectoryJson> list(@PathParam("portal") String portal, @Context Caller caller) {
        PortalId id = new PortalId(portal);
        return Page.of(directories.list(id).stream()
                .map(view -> new DirectoryJson(
                        view.plugin(), view.title(), view.connected(), keepers.beyond(caller, id, view.plugin())))
                .toList());
    }

    /**
     * A directory that a plugin offers.
     *
     * @param connected whether the portal has settings for it
     * @param beyond a right of somebody who may sign in by it that the caller lacks, who then leaves its settings alone
     */
    public record DirectoryJson(String plugin, String title, boolean connected, Optional<Right> beyond) {}
}
