package org.patchbay.events.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.Problem;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The JSON schemas of all event types. */
@Component(service = RestResource.class)
@Path("events/schemas")
@Produces(MediaType.APPLICATION_JSON)
public final class SchemaResource implements RestResource {

    private final Events events;

    @Activate
    public SchemaResource(@Reference Events events) {
        this.events = events;
    }

    @GET
    @Requires(Right.ANYONE)
    public Page<SchemaJson> list() {
        return Page.of(events.schemas().stream().map(SchemaJson::of).toList());
    }

    /** The schema itself, so that its address can be used as a {@code dataschema}. */
    @GET
    @Path("{type}")
    @Produces("application/schema+json")
    @Requires(Right.ANYONE)
    public String get(@PathParam("type") String type) {
        return events.schemas().stream()
                .filter(schema -> schema.type().equals(type))
                .map(EventSchema::schema)
                .findFirst()
                .orElseThrow(() -> Problem.NOT_FOUND.because("events.unknown-type", "There is no such event type"));
    }
}
