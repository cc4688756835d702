package org.patchbay.voicemail.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.voicemail.Dictations;
import org.patchbay.voicemail.box.Dictation;

/** What was dictated at the own phones, or at those of somebody whom one manages; hearing the latter is in the audit. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mailboxes/{extension}/dictations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DictationResource implements RestResource {

    private final Dictations dictations;

    @Activate
    public DictationResource(@Reference Dictations dictations) {
        this.dictations = dictations;
    }

    /** Newest first. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Dictation> list(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return dictations.list(
                new PortalId(portal), extension, new PageRequest(limit, Optional.ofNullable(after)), caller);
    }

    @PUT
    @Path("{dictation}")
    @Requires(Right.OWN_ACCOUNT)
    public Dictation rename(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("dictation") String dictation,
            DictationDraft draft,
            @Context Caller caller) {
        return dictations.rename(new PortalId(portal), extension, dictation, draft.name(), caller);
    }

    /** What a dictation is to be called, to 100 characters. */
    @PutBack(Dictation.class)
    public record DictationDraft(String name) {}

    @DELETE
    @Path("{dictation}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("dictation") String dictation,
            @Context Caller caller) {
        dictations.delete(new PortalId(portal), extension, dictation, caller);
    }

    /** What was said, as WAV; whole or in part. */
    @GET
    @Path("{dictation}/sound")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response sound(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("dictation") String dictation,
            @QueryParam("download") @DefaultValue("false") boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Caller caller) {
        var wanted = Optional.ofNullable(range);
        var file = dictations.sound(
                new PortalId(portal), extension, dictation, SoundAnswer.isFirst(wanted), download, caller);
        return new SoundAnswer("dictation-" + dictation + ".wav", download, wanted, Optional.ofNullable(ifRange))
                .of(file);
    }
}
