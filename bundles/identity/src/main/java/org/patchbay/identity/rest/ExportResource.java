package org.patchbay.identity.rest;

import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.imports.PeopleExport;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** People as a CSV file. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people-export")
public final class ExportResource implements RestResource {

    private final PeopleExport export;

    @Activate
    public ExportResource(@Reference PeopleExport export) {
        this.export = export;
    }

    @GET
    @Produces("text/csv")
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(String.class)
    public Response get(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("department") @Nullable String department,
            @QueryParam("status") @Nullable String status,
            @QueryParam("sort") @Nullable String sort,
            @Context Caller caller) {
        String file =
                export.of(new PortalId(portal), PeopleQueryParams.query(text, role, department, status, sort), caller);
        return Response.ok(file.getBytes(StandardCharsets.UTF_8), "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"people.csv\"")
                .build();
    }
}
