package org.patchbay.meetings.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.ChatFiles;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The files in a meeting's chat. */
@Component(service = RestResource.class)
@Path("portals/{portal}/meetings/{meeting}/files")
@Produces(MediaType.APPLICATION_JSON)
public final class ChatFileResource implements RestResource {

    private final ChatFiles files;
    private final Access access;

    @Activate
    public ChatFileResource(@Reference ChatFiles files, @Reference Access access) {
        this.files = files;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Right.TAKE_PART)
    public ChatFiles.Attachment post(
            @PathParam("portal") String portal,
            @PathParam("meeting") String meeting,
            @QueryParam("participant") @DefaultValue("") String participant,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream content,
            @Context Caller caller)
            throws IOException {
        var id = new PortalId(portal);
        access.requireMeeting(caller, id, Right.TAKE_PART, meeting);
        return files.post(id, meeting, participant, name, content, caller);
    }

    /** Never shown in the page, always saved: what somebody posts does not run here. */
    @GET
    @Path("{file}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Right.TAKE_PART)
    @Answers(byte[].class)
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("meeting") String meeting,
            @PathParam("file") String file,
            @Context Caller caller) {
        var id = new PortalId(portal);
        access.requireMeeting(caller, id, Right.TAKE_PART, meeting);
        ChatFiles.Found found = files.find(id, meeting, file, caller);
        String name = URLEncoder.encode(found.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(found.content())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
