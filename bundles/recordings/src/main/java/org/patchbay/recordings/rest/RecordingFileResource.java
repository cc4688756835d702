package org.patchbay.recordings.rest;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.Recordings;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The files of recordings that the caller sees: played or downloaded, whole or in part. */
@Component(service = RestResource.class)
@Path("portals/{portal}/recordings/{id}/files/{file}")
@Produces(MediaType.WILDCARD)
public final class RecordingFileResource implements RestResource {

    private final Recordings recordings;

    @Activate
    public RecordingFileResource(@Reference Recordings recordings) {
        this.recordings = recordings;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @PathParam("file") int file,
            @QueryParam("download") @DefaultValue("false") boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request,
            @Context Caller caller) {
        var answer =
                new FileAnswer(request.getMethod(), Optional.ofNullable(range), Optional.ofNullable(ifRange), download);
        return answer.of(recordings.open(new PortalId(portal), new RecordingId(id), file, answer.fetch(), caller));
    }
}
