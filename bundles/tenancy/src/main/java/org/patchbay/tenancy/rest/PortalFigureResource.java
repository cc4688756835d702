package org.patchbay.tenancy.rest;

import java.util.List;
import java.util.Map;
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
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.FigureDirectory;
import org.patchbay.tenancy.rest.FigureResource.Figures;

/** How full one portal is. */
@Component(service = RestResource.class)
@Path("portals/{portal}/figures")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalFigureResource implements RestResource {

    private final FigureDirectory figures;

    @Activate
    public PortalFigureResource(@Reference FigureDirectory figures) {
        this.figures = figures;
    }

    @GET
    @Requires(Right.MANAGE_PORTAL)
    public Figures get(@PathParam("portal") String portal) {
        var id = new PortalId(portal);
        return new Figures(id, figures.count(List.of(id)).getOrDefault(id, Map.of()));
    }
}
