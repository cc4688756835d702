package org.patchbay.tenancy.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
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
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.DataDownload;
import org.patchbay.spi.web.DataDownload.Part;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.tenancy.PortalDataDirectory;

/** Everything kept for a portal, as a file. */
@Component(service = RestResource.class)
@Path("portals/{portal}/data")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalDataResource implements RestResource {

    private final Portals portals;
    private final PortalDataDirectory data;
    private final Audit audit;

    @Activate
    public PortalDataResource(@Reference Portals portals, @Reference PortalDataDirectory data, @Reference Audit audit) {
        this.portals = portals;
        this.data = data;
        this.audit = audit;
    }

    /** Everything kept for the portal; secrets are named and not given. */
    @GET
    @Requires(Right.MANAGE_PORTAL)
    @Answers(Map.class)
    public Response get(@PathParam("portal") String portal, @Context Caller caller) {
        Portal found = portals.find(new PortalId(portal))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        audit.record(found.id(), caller, new AuditDraft("portal.data-given", "portal", portal, Map.of(), Map.of()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("tenancy", out -> out.put("portal", found)));
        parts.addAll(data.parts(found.id()));
        return Response.ok(new DataDownload("portal-" + portal + ".json", parts))
                .build();
    }
}
