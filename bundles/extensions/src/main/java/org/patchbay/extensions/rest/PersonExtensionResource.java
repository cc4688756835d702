package org.patchbay.extensions.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
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
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.DeviceDesk;
import org.patchbay.extensions.DeviceDesk.Handed;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Gives people extensions. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{person}/extension")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonExtensionResource implements RestResource {

    private final DeviceDesk desk;

    @Activate
    public PersonExtensionResource(@Reference DeviceDesk desk) {
        this.desk = desk;
    }

    /** Gives a person an extension with a device. */
    @POST
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(value = Handed.class, status = 201)
    public Response equip(
            @PathParam("portal") String portal,
            @PathParam("person") String person,
            Equipment equipment,
            @Context Caller caller) {
        Handed handed =
                desk.equip(new PortalId(portal), new PersonId(person), equipment.number(), equipment.device(), caller);
        return DeviceAnswer.created(portal, handed);
    }

    /**
     * What a person is given.
     *
     * @param number of the extension; without one the next that is free
     * @param device what the device is called
     */
    public record Equipment(Optional<String> number, String device) {}
}
