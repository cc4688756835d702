package org.patchbay.recordings.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingLink;
import org.patchbay.api.recordings.Recordings;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The recordings that the caller sees. */
@Component(service = RestResource.class)
@Path("portals/{portal}/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecordingResource implements RestResource {

    private static final int USUAL_DAYS = 7;

    private final Recordings recordings;

    @Activate
    public RecordingResource(@Reference Recordings recordings) {
        this.recordings = recordings;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Recording> list(
            @PathParam("portal") String portal,
            @QueryParam("everybodys") @DefaultValue("false") boolean everybodys,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return recordings.list(
                new PortalId(portal), everybodys, new PageRequest(limit, Optional.ofNullable(after)), caller);
    }

    @GET
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    public Recording get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return recordings
                .find(new PortalId(portal), new RecordingId(id), caller)
                .orElseThrow(() -> Problem.NOT_FOUND.because("recording.unknown", "There is no such recording"));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    public Recording rename(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            RecordingTitle draft,
            @Context Caller caller) {
        return recordings.rename(new PortalId(portal), new RecordingId(id), draft.title(), caller);
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        recordings.delete(new PortalId(portal), new RecordingId(id), caller);
    }

    @GET
    @Path("{id}/ledger")
    @Requires(Right.OWN_ACCOUNT)
    public Page<LedgerEntry> ledger(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return recordings.ledger(
                new PortalId(portal), new RecordingId(id), new PageRequest(limit, Optional.ofNullable(after)), caller);
    }

    @PUT
    @Path("{id}/link")
    @Requires(Right.OWN_ACCOUNT)
    public RecordingLink share(
            @PathParam("portal") String portal, @PathParam("id") String id, NewLink draft, @Context Caller caller) {
        return recordings.share(
                new PortalId(portal), new RecordingId(id), draft.days().orElse(USUAL_DAYS), caller);
    }

    @DELETE
    @Path("{id}/link")
    @Requires(Right.OWN_ACCOUNT)
    public void unshare(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        recordings.unshare(new PortalId(portal), new RecordingId(id), caller);
    }

    /** Another title. */
    public record RecordingTitle(String title) {}

    /** For how many days the link holds: 1 to 365, 7 if nothing is said. */
    public record NewLink(Optional<Integer> days) {}
}
