package org.patchbay.identity.rest;

import java.util.Map;
import javax.ws.rs.GET;
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
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.imports.PersonAttributes;
import org.patchbay.identity.people.Management;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What an import said of a person that no part uses yet. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people/{id}/attributes")
@Produces(MediaType.APPLICATION_JSON)
public final class AttributesResource implements RestResource {

    private final Management management;
    private final PersonAttributes attributes;

    @Activate
    public AttributesResource(@Reference Management management, @Reference PersonAttributes attributes) {
        this.management = management;
        this.attributes = attributes;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public AttributesJson get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        management.require(new PortalId(portal), new PersonId(id), caller);
        return new AttributesJson(attributes.of(new PortalId(portal), new PersonId(id)));
    }

    /**
     * What was kept.
     *
     * @param values by column; secrets are hidden
     */
    public record AttributesJson(Map<String, String> values) {}
}
