package org.patchbay.meetings.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.MeetingReport;
import org.patchbay.meetings.MeetingReports;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Who was in a meeting, how long, and how their connection was. */
@Component(service = RestResource.class)
@Path("portals/{portal}/meetings/{meeting}/report")
public final class ReportResource implements RestResource {

    private final MeetingReports reports;

    @Activate
    public ReportResource(@Reference MeetingReports reports) {
        this.reports = reports;
    }

    /** For whose meeting it is, and who manages the portal. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Right.OWN_ACCOUNT)
    public MeetingReport get(
            @PathParam("portal") String portal, @PathParam("meeting") String meeting, @Context Caller caller) {
        return reports.of(new PortalId(portal), meeting, caller);
    }

    /** The same as a file, a line for each stay. */
    @GET
    @Path("attendance.csv")
    @Produces("text/csv;charset=UTF-8")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(String.class)
    public Response csv(
            @PathParam("portal") String portal, @PathParam("meeting") String meeting, @Context Caller caller) {
        return Response.ok(ReportFile.csv(reports.of(new PortalId(portal), meeting, caller)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"attendance.csv\"")
                .build();
    }
}
