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
import org.patchbay.api.recordings.Recordings;
import org.patchbay.api.recordings.SharedRecording;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Recordings by their link: the film with its picture or, without one, the sound. Needs no sign-in where the portal allows it. */
@Component(service = RestResource.class)
@Path("portals/{portal}/shared-recordings/{token}")
@Produces(MediaType.APPLICATION_JSON)
public final class SharedRecordingResource implements RestResource {

    private final Recordings recordings;

    @Activate
    public SharedRecordingResource(@Reference Recordings recordings) {
        this.recordings = recordings;
    }

    @GET
    @Requires(Right.ANYONE)
    public SharedRecording get(
            @PathParam("portal") String portal, @PathParam("token") String token, @Context Caller caller) {
        return recordings.shared(new PortalId(portal), token, caller);
    }

    @GET
    @Path("files/{file}")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.ANYONE)
    @Answers(byte[].class)
    public Response file(
            @PathParam("portal") String portal,
            @PathParam("token") String token,
            @PathParam("file") int file,
            @QueryParam("download") @DefaultValue("false") boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request,
            @Context Caller caller) {
        var answer =
                new FileAnswer(request.getMethod(), Optional.ofNullable(range), Optional.ofNullable(ifRange), download);
        return answer.of(recordings.openShared(new PortalId(portal), token, file, answer.fetch(), caller));
    }
}
