package org.patchbay.voicemail.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.ShownMailbox;

/** Mailboxes: the own ones, and what is chosen of them by their people and by managers for them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MailboxResource implements RestResource {

    private final Mailboxes mailboxes;
    private final Messages messages;

    @Activate
    public MailboxResource(@Reference Mailboxes mailboxes, @Reference Messages messages) {
        this.mailboxes = mailboxes;
        this.messages = messages;
    }

    /** The mailboxes of the caller's own extensions, by number. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<OwnMailbox> list(@PathParam("portal") String portal, @Context Caller caller) {
        var id = new PortalId(portal);
        return Page.of(mailboxes.own(id, caller).stream()
                .map(one -> {
                    Counts counts = messages.counts(id, one.id());
                    return new OwnMailbox(
                            one.id(),
                            one.number(),
                            one.name(),
                            mailboxes.isOn(id, one.id()),
                            mailboxes
                                    .find(id, one.id())
                                    .filter(box -> box.settings().dictation())
                                    .isPresent(),
                            counts.fresh(),
                            counts.heard());
                })
                .toList());
    }

    /**
     * A mailbox of one's own.
     *
     * @param extension the id of the extension
     * @param dictation whether its phones take dictations
     * @param fresh how many messages were not heard yet
     */
    public record OwnMailbox(
            String extension, String number, String name, boolean enabled, boolean dictation, long fresh, long heard) {}

    @GET
    @Path("{extension}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(ShownMailbox.class)
    public Response get(
            @PathParam("portal") String portal, @PathParam("extension") String extension, @Context Caller caller) {
        return tagged(mailboxes.get(new PortalId(portal), extension, caller));
    }

    @PUT
    @Path("{extension}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(ShownMailbox.class)
    public Response choose(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MailboxSettings settings,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(mailboxes.choose(new PortalId(portal), extension, version, settings, caller));
    }

    /** Chooses the PIN, or none. */
    @PUT
    @Path("{extension}/pin")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(ShownMailbox.class)
    public Response pin(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            PinDraft draft,
            @Context Caller caller) {
        return tagged(mailboxes.pin(new PortalId(portal), extension, draft.pin(), caller));
    }

    /** A PIN of 4 to 10 digits; empty for none. */
    public record PinDraft(Optional<String> pin) {}

    private static Response tagged(Mailbox box) {
        return Response.ok(ShownMailbox.of(box))
                .header(HttpHeaders.ETAG, EntityTag.of(box.version()))
                .build();
    }
}
