package org.patchbay.identity.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The roles that people of a portal may have. */
@Component(service = RestResource.class)
@Path("portals/{portal}/roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleResource implements RestResource {

    private final RoleBook roles;

    @Activate
    public RoleResource(@Reference RoleBook roles) {
        this.roles = roles;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public List<RoleBook.Role> list(@PathParam("portal") String portal) {
        return roles.in(new PortalId(portal));
    }
}
