package org.patchbay.voicemail.rest;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.voicemail.AssistantGreetings;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.VoicemailRights;
import org.patchbay.voicemail.box.Greeting;

/** What callers hear of somebody: {@code unavailable}, {@code busy}, {@code name} and {@code assistant}. */
@Component(service = RestResource.class)
@Path("portals/{portal}/mailboxes/{extension}/greetings")
@Produces(MediaType.APPLICATION_JSON)
public final class GreetingResource implements RestResource {

    private final VoicemailRights rights;
    private final VoiceFiles files;
    private final Mailboxes mailboxes;
    private final AssistantGreetings assistants;

    @Activate
    public GreetingResource(
            @Reference VoicemailRights rights,
            @Reference VoiceFiles files,
            @Reference Mailboxes mailboxes,
            @Reference AssistantGreetings assistants) {
        this.rights = rights;
        this.files = files;
        this.mailboxes = mailboxes;
        this.assistants = assistants;
    }

    /** Those that were recorded or sent; for the others the server speaks. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<GreetingAnswer> list(
            @PathParam("portal") String portal, @PathParam("extension") String extension, @Context Caller caller) {
        var id = new PortalId(portal);
        rights.require(id, extension, caller);
        return Page.of(Arrays.stream(Greeting.values())
                .filter(one -> files.greeting(id, extension, one).isPresent())
                .map(one -> new GreetingAnswer(one.word()))
                .toList());
    }

    /** A greeting that there is. */
    public record GreetingAnswer(String greeting) {}

    @GET
    @Path("{greeting}")
    @Produces(MediaType.WILDCARD)
    @Requires(Right.OWN_ACCOUNT)
    @Answers(byte[].class)
    public Response get(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("greeting") String greeting,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @Context Caller caller) {
        var id = new PortalId(portal);
        rights.require(id, extension, caller);
        java.nio.file.Path file =
                files.greeting(id, extension, Greeting.of(greeting)).orElseThrow(GreetingResource::none);
        return new SoundAnswer(greeting + ".wav", false, Optional.ofNullable(range), Optional.ofNullable(ifRange))
                .of(file);
    }

    /** A WAV file (PCM of 8 or 16 bits or G.711, 8 to 48 kHz) of at most two minutes and 8 MB. */
    @PUT
    @Path("{greeting}")
    @Consumes("audio/wav")
    @Requires(Right.OWN_ACCOUNT)
    public GreetingAnswer put(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("greeting") String greeting,
            InputStream file,
            @Context Caller caller) {
        var id = new PortalId(portal);
        rights.require(id, extension, caller);
        Greeting which = Greeting.of(greeting);
        files.keepGreeting(id, extension, which, file);
        assistants.changed(id, extension);
        mailboxes.greetingChanged(id, extension, which, true, caller);
        return new GreetingAnswer(which.word());
    }

    @DELETE
    @Path("{greeting}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(
            @PathParam("portal") String portal,
            @PathParam("extension") String extension,
            @PathParam("greeting") String greeting,
            @Context Caller caller) {
        var id = new PortalId(portal);
        rights.require(id, extension, caller);
        Greeting which = Greeting.of(greeting);
        if (!files.delete(id, extension, which)) {
            throw none();
        }
        assistants.changed(id, extension);
        mailboxes.greetingChanged(id, extension, which, false, caller);
    }

    private static org.patchbay.api.PatchbayException none() {
        return Problem.NOT_FOUND.because("voicemail.no-greeting", "There is no such greeting");
    }
}
