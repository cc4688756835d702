package org.patchbay.scripting.rest;

import java.util.List;
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
import org.patchbay.api.scripting.Scripts;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What all scripts of a portal may do. */
@Component(service = RestResource.class)
@Path("portals/{portal}/script-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ScriptSettingsResource implements RestResource {

    private final Scripts scripts;

    @Activate
    public ScriptSettingsResource(@Reference Scripts scripts) {
        this.scripts = scripts;
    }

    @GET
    @Requires(Right.MANAGE_SCRIPTS)
    public ScriptSettings get(@PathParam("portal") String portal) {
        return new ScriptSettings(scripts.allowedHosts(new PortalId(portal)));
    }

    @PUT
    @Requires(Right.MANAGE_SCRIPTS)
    public ScriptSettings put(@PathParam("portal") String portal, ScriptSettings settings, @Context Caller caller) {
        scripts.allowHosts(new PortalId(portal), settings.allowedHosts(), caller);
        return get(portal);
    }

    /** The settings of a portal's scripts. */
    public record ScriptSettings(List<String> allowedHosts) {}
}
