package org.patchbay.extensions.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.Switchboard;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The settings for all calls of a portal: to be changed by whose right holds in the whole portal. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallSettingsResource implements RestResource {

    private final Switchboard switchboard;
    private final Access access;

    @Activate
    public CallSettingsResource(@Reference Switchboard switchboard, @Reference Access access) {
        this.switchboard = switchboard;
        this.access = access;
    }

    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(CallSettings.class)
    public Response get(@PathParam("portal") String portal) {
        return tagged(switchboard.settings(new PortalId(portal)));
    }

    @PUT
    @Requires(Right.CONFIGURE_TRUNKS)
    @Answers(CallSettings.class)
    public Response update(
            @PathParam("portal") String portal,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CallSettingsDraft draft,
            @Context Caller caller) {
        var where = new PortalId(portal);
        if (!access.scope(caller, where, Right.CONFIGURE_TRUNKS).everywhere()) {
            throw Problem.FORBIDDEN.because("Only who sets up the whole portal changes these settings");
        }
        return tagged(switchboard.changeSettings(where, EntityTag.require(ifMatch), draft::settings, caller));
    }

    private static Response tagged(CallSettings settings) {
        return Response.ok(settings)
                .header(HttpHeaders.ETAG, EntityTag.of(settings.version()))
                .build();
    }
}
