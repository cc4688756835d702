package org.patchbay.plugins.rest;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.plugins.PluginView;
import org.patchbay.api.plugins.Plugins;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Plugins: what there is, and this portal's settings. The ETag has the revision of the settings. */
@Component(service = RestResource.class)
@Path("portals/{portal}/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PluginResource implements RestResource {

    private static final int MAX_VALUES = 200;

    private final Plugins plugins;

    @Activate
    public PluginResource(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @GET
    @Requires(Right.MANAGE_PLUGINS)
    public Page<PluginView> list(@PathParam("portal") String portal) {
        return Page.of(plugins.list(new PortalId(portal)));
    }

    @GET
    @Path("{plugin}")
    @Requires(Right.MANAGE_PLUGINS)
    @Answers(PluginView.class)
    public Response get(@PathParam("portal") String portal, @PathParam("plugin") String plugin) {
        return plugins.find(new PortalId(portal), plugin)
                .map(PluginResource::tagged)
                .orElseThrow(() -> Problem.NOT_FOUND.because("plugin.unknown", "There is no such plugin"));
    }

    @PUT
    @Path("{plugin}/settings")
    @Requires(Right.MANAGE_PLUGINS)
    @Answers(PluginView.class)
    public Response configure(
            @PathParam("portal") String portal,
            @PathParam("plugin") String plugin,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable Map<String, Object> values,
            @Context Caller caller) {
        if (values == null) {
            throw Problem.INVALID.at("", "body.missing", "is missing");
        }
        if (values.size() > MAX_VALUES) {
            throw Problem.TOO_LARGE.because("plugin.too-many-settings", "A plugin has at most 100 settings");
        }
        return tagged(plugins.configure(new PortalId(portal), plugin, EntityTag.require(ifMatch), values, caller));
    }

    @DELETE
    @Path("{plugin}/settings")
    @Requires(Right.MANAGE_PLUGINS)
    public void unconfigure(
            @PathParam("portal") String portal, @PathParam("plugin") String plugin, @Context Caller caller) {
        plugins.unconfigure(new PortalId(portal), plugin, caller);
    }

    @POST
    @Path("{plugin}/test")
    @Requires(Right.MANAGE_PLUGINS)
    public TestResult test(@PathParam("portal") String portal, @PathParam("plugin") String plugin) {
        return new TestResult(plugins.test(new PortalId(portal), plugin));
    }

    private static Response tagged(PluginView plugin) {
        return Response.ok(plugin)
                .header(HttpHeaders.ETAG, EntityTag.of(plugin.revision(), plugin))
                .build();
    }

    /** What answered, in one sentence. */
    public record TestResult(String message) {}
}
