package org.patchbay.web.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Means;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.ClientAddress;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** A resource as a slice writes one. */
@Path("portals/{portal}/notes")
@Produces(MediaType.APPLICATION_JSON)
public final class NoteResource implements RestResource {

    final AtomicInteger created = new AtomicInteger();

    @GET
    @Requires(Right.ANYONE)
    public Page<Note> list(@QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("all") boolean all) {
        var page = PageRequest.first(limit);
        return Page.of(List.of(note("n" + page.limit() + all)));
    }

    @GET
    @Path("{id}")
    @Requires(Right.SEE_EVENTS)
    public Response get(@PathParam("id") String id) {
        return Response.ok(note(id)).tag("7").build();
    }

    @POST
    @Requires(Right.MANAGE_SCRIPTS)
    @Answers(value = Note.class, status = 201)
    public Response create(@PathParam("portal") String portal, Draft draft) {
        var id = "n" + created.incrementAndGet();
        return Response.created(URI.create("/api/v1/portals/" + portal + "/notes/" + id))
                .header("ETag", EntityTag.of(1))
                .entity(note(id + ":" + draft.title()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_SCRIPTS)
    public Note change(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Draft draft) {
        return note(id + "@" + EntityTag.require(ifMatch) + draft.title());
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_SCRIPTS)
    public void delete(@PathParam("id") String id) {
        if (!id.equals("n0")) {
            throw Problem.NOT_FOUND.because("No note " + id);
        }
    }

    @GET
    @Path("who")
    @Requires(Right.ANYONE)
    public Who who(@Context Caller caller, @Context ClientAddress address) {
        return new Who(caller.getClass().getSimpleName(), address, caller.personId());
    }

    @POST
    @Path("open")
    @Requires(Right.ANYONE)
    public void open(Draft draft) {
        created.incrementAndGet();
    }

    @GET
    @Path("broken")
    @Requires(Right.ANYONE)
    public Note broken(@Context Caller caller) {
        if (caller instanceof Caller.Nobody) {
            throw new IllegalStateException("the secret reason");
        }
        return note("whole");
    }

    @GET
    @Path("unwritable")
    @Requires(Right.ANYONE)
    public Response unwritable() {
        return Response.ok(new Unwritable("x")).build();
    }

    @GET
    @Path("limited")
    @Requires(Right.ANYONE)
    public Note limited(@QueryParam("seconds") @DefaultValue("0") int seconds) {
        if (seconds == 0) {
            throw Problem.LIMITED.because("notes.too-many", "Too many notes");
        }
        if (seconds > 60) {
            throw Problem.UNAVAILABLE.because("notes.busy", "The notes are busy", Map.of("retryAfter", seconds));
        }
        if (seconds > 0) {
            throw Problem.LIMITED.because("notes.too-many", "Too many notes", Map.of("retryAfter", seconds));
        }
        return note("in time");
    }

    @GET
    @Path("meetings/{meeting}")
    @Requires(Right.TAKE_PART)
    public Note meeting(@PathParam("meeting") String meeting) {
        return note(meeting);
    }

    private static Note note(String id) {
        return new Note(new PersonId(id), Instant.EPOCH, Optional.empty());
    }

    record Note(PersonId id, Instant at, Optional<String> text) {}

    record Unwritable(String text) {
        @Override
        public String text() {
            throw new IllegalStateException("the secret reason");
        }
    }

    record Who(String kind, ClientAddress address, Optional<PersonId> person) {}

    record Draft(
            @Means("What it is about") String title,
            Optional<String> text,
            Optional<Integer> size,
            Optional<Set<Right>> rights) {
        Draft {
            if (title.length() > 20) {
                throw Problem.INVALID.at("/title", "text.long", "at most 20 characters");
            }
        }
    }
}
