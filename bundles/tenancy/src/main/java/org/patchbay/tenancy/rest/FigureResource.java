package org.patchbay.tenancy.rest;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.FigureDirectory;

/** How full portals are: people, participants in meetings now. */
@Component(service = RestResource.class)
@Path("portal-figures")
@Produces(MediaType.APPLICATION_JSON)
public final class FigureResource implements RestResource {

    private final Portals portals;
    private final FigureDirectory figures;

    @Activate
    public FigureResource(@Reference Portals portals, @Reference FigureDirectory figures) {
        this.portals = portals;
        this.figures = figures;
    }

    /** Those of the same page of portals that the list of portals gives. */
    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<Figures> list(
            @QueryParam("text") @Nullable String text,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        Page<Portal> page = portals.list(Optional.ofNullable(text), new PageRequest(limit, Optional.ofNullable(after)));
        Map<PortalId, Map<String, Long>> counted =
                figures.count(page.items().stream().map(Portal::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(portal -> new Figures(portal.id(), counted.getOrDefault(portal.id(), Map.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    /** Numbers of one portal by name: people, participants, meetings. */
    public record Figures(PortalId portal, Map<String, Long> numbers) {}
}
