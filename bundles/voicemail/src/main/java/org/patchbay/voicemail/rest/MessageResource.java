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
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.box.VoiceMessage;

/** The messages in a mailbox: of one's own, or of somebody whom one manages; hearing the latter is in the audit. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mailboxes/{extension}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MessageResource implements RestResource {

    private final Messages messages;

    @Activate
    public MessageResource(@Reference Messages messages) {
        this.messages = messages;
    }

    /** Newest first. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<ShownMessage> list(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        Page<VoiceMessage> found = messages.list(
                new PortalId(portal), extension, new PageRequest(limit, Optional.ofNullable(after)), caller);
        return new Page<>(found.items().stream().map(ShownMessage::of).toList(), found.next(), found.total());
    }

    @GET
    @Path("{message}")
    @Requires(Right.OWN_ACCOUNT)
    public ShownMessage get(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("message") String message,
            @Context Caller caller) {
        return ShownMessage.of(messages.get(new PortalId(portal), extension, message, caller));
    }

    /** Marks a message as heard, or as new. */
    @PUT
    @Path("{message}")
    @Requires(Right.OWN_ACCOUNT)
    public ShownMessage mark(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("message") String message,
            Mark mark,
            @Context Caller caller) {
        return ShownMessage.of(messages.mark(new PortalId(portal), extension, message, mark.heard(), caller));
    }

    /** Whether a message was heard. */
    @PutBack(ShownMessage.class)
    public record Mark(boolean heard) {}

    @DELETE
    @Path("{message}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("message") String message,
            @Context Caller caller) {
        messages.delete(new PortalId(portal), extension, message, caller);
    }

    /** What was said, as WAV; whole or in part. */
    @GET
    @Path("{message}/sound")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response sound(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("message") String message,
            @QueryParam("download") @DefaultValue("false") boolean download,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Caller caller) {
        var wanted = Optional.ofNullable(range);
        var file =
                messages.sound(new PortalId(portal), extension, message, SoundAnswer.isFirst(wanted), download, caller);
        return new SoundAnswer("message-" + message + ".wav", download, wanted, Optional.ofNullable(ifRange)).of(file);
    }
}
