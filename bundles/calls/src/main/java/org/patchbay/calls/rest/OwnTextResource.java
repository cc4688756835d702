package org.patchbay.calls.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.text.OwnTexts;
import org.patchbay.calls.text.OwnTexts.PhoneText;
import org.patchbay.calls.text.OwnTexts.TextConversation;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Texts from phone to phone, of the own extensions. */
@Component(service = RestResource.class)
@Path("portals/{portal}/own-extensions/{extension}/texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OwnTextResource implements RestResource {

    private final OwnTexts texts;

    @Activate
    public OwnTextResource(@Reference OwnTexts texts) {
        this.texts = texts;
    }

    /** With whom one wrote to and fro; the newest text of each, and how many are unread. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<TextConversation> conversations(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        var page = new PageRequest(limit, Optional.ofNullable(after));
        return texts.conversations(new PortalId(portal), extension, page, caller);
    }

    /** What was written to and fro with a number, the newest first. */
    @GET
    @Path("{number}")
    @Requires(Right.OWN_ACCOUNT)
    public Page<PhoneText> list(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("number") String number,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        var page = new PageRequest(limit, Optional.ofNullable(after));
        return texts.list(new PortalId(portal), extension, number, page, caller);
    }

    /** Writes to an extension or to all of a ring group. */
    @POST
    @Path("{number}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(value = PhoneText.class, status = 201)
    public Response send(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("number") String number,
            Draft draft,
            @Context Caller caller) {
        PhoneText text = texts.send(new PortalId(portal), extension, number, draft.words(), caller);
        String with = URLEncoder.encode(number, StandardCharsets.UTF_8);
        return Response.created(URI.create("portals/" + portal + "/own-extensions/" + extension + "/texts/" + with))
                .entity(text)
                .build();
    }

    /** Marks as read what came from a number. */
    @POST
    @Path("{number}/read")
    @Requires(Right.OWN_ACCOUNT)
    public void read(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("number") String number,
            Seen seen,
            @Context Caller caller) {
        texts.read(new PortalId(portal), extension, number, seen.until(), caller);
    }

    /**
     * A text to be sent.
     *
     * @param words to 1,300 bytes in UTF-8
     */
    public record Draft(String words) {}

    /**
     * What was seen.
     *
     * @param until the id of the newest text that one has seen
     */
    public record Seen(String until) {}
}
