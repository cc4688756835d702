package org.patchbay.calls.rest;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.CallRecordings;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.FilePart;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Recordings of a call that was: the own ones, and those of departments whose recordings one may see. */
@Component(service = RestResource.class)
@Path("portals/{portal}/call-records/{call}/recordings")
@Produces(MediaType.APPLICATION_JSON)
public final class CallRecordingResource implements RestResource {

    private final CallRecordings recordings;

    @Activate
    public CallRecordingResource(@Reference CallRecordings recordings) {
        this.recordings = recordings;
    }

    /** Oldest first. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<CallRecordingAnswer> list(
            @PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        return Page.of(recordings.list(new PortalId(portal), new CallId(call), caller).stream()
                .map(CallRecordingAnswer::of)
                .toList());
    }

    /**
     * A recording.
     *
     * @param millis how long it is
     * @param deletable whether the caller may delete it
     */
    public record CallRecordingAnswer(String id, Instant started, long millis, long bytes, boolean deletable) {

        static CallRecordingAnswer of(CallRecordings.Heard heard) {
            var one = heard.recording();
            return new CallRecordingAnswer(one.id(), one.started(), one.millis(), one.bytes(), heard.deletable());
        }
    }

    /** What was said, as WAV; whole or in part. Who fetches it is in the audit. */
    @GET
    @Path("{recording}/sound")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response sound(
            @PathParam("portal") String portal,
            @PathParam("call") String call,
            @PathParam("recording") String recording,
            @QueryParam("download") @DefaultValue("false") boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Request request,
            @Context Caller caller) {
        boolean begins = !request.getMethod().equals(HttpMethod.HEAD);
        var id = new CallId(call);
        var file = recordings.open(new PortalId(portal), id, recording, download, begins, caller);
        var asked = new FilePart.Asked(download, Optional.ofNullable(range), Optional.ofNullable(ifRange));
        FilePart part = FilePart.of(file, "audio/wav", "call-" + id + "-" + recording + ".wav", asked);
        StreamingOutput sound = out -> {
            if (begins) {
                part.write(out);
            }
        };
        Response.ResponseBuilder answer = Response.status(part.status()).entity(sound);
        part.headers().forEach(answer::header);
        return answer.build();
    }

    /** For good; who may see recordings of a department of the call. */
    @DELETE
    @Path("{recording}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(
            @PathParam("portal") String portal,
            @PathParam("call") String call,
            @PathParam("recording") String recording,
            @Context Caller caller) {
        recordings.delete(new PortalId(portal), new CallId(call), recording, caller);
    }
}
