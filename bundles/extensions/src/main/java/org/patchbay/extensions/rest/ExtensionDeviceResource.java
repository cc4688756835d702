package org.patchbay.extensions.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.DeviceDesk;
import org.patchbay.extensions.DeviceDesk.Handed;
import org.patchbay.extensions.ExtensionService;
import org.patchbay.extensions.SignallingDirectory;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The devices of one extension. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extensions/{extension}/devices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ExtensionDeviceResource implements RestResource {

    private static final int TWO_PHONES = 2;

    private final ExtensionService extensions;
    private final DeviceDesk desk;
    private final SignallingDirectory signalling;

    @Activate
    public ExtensionDeviceResource(
            @Reference ExtensionService extensions,
            @Reference DeviceDesk desk,
            @Reference SignallingDirectory signalling) {
        this.extensions = extensions;
        this.desk = desk;
        this.signalling = signalling;
    }

    /** Each with where it is registered now; seen by whose extension it is and by who manages them. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<ListedDevice> list(
            @PathParam("portal") String portal, @PathParam("extension") String extension, @Context Caller caller) {
        var where = new PortalId(portal);
        return Page.of(extensions.devices(where, extension, caller).items().stream()
                .map(device -> listed(where, device))
                .toList());
    }

    private ListedDevice listed(PortalId portal, Device device) {
        return ListedDevice.of(device, signalling.registrations(portal, device.id()));
    }

    @POST
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(value = Handed.class, status = 201)
    public Response create(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            DeviceDraft draft,
            @Context Caller caller) {
        Handed handed = desk.create(
                new PortalId(portal),
                extension,
                draft.name(),
                draft.user(),
                draft.mostContacts().orElse(TWO_PHONES),
                draft.networks(),
                caller);
        return DeviceAnswer.created(portal, handed);
    }
}
