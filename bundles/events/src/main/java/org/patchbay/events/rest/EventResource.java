package org.patchbay.events.rest;

import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Right;
import org.patchbay.events.CloudEvent;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The journal of a portal, newest first. */
@Component(service = RestResource.class)
@Path("portals/{portal}/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource implements RestResource {

    private final Events events;

    @Activate
    public EventResource(@Reference Events events) {
        this.events = events;
    }

    @GET
    @Requires(Right.SEE_EVENTS)
    public Page<CloudEvent> list(
            @PathParam("portal") String portal,
            @QueryParam("type") @Nullable String type,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        EventFilter filter = new EventFilter(Optional.ofNullable(type), Optional.ofNullable(subject));
        Page<Event> page =
                events.history(new PortalId(portal), filter, new PageRequest(limit, Optional.ofNullable(after)));
        return new Page<>(page.items().stream().map(CloudEvent::of).toList(), page.next(), page.total());
    }

    @GET
    @Path("{id}")
    @Requires(Right.SEE_EVENTS)
    public CloudEvent get(@PathParam("portal") String portal, @PathParam("id") String id) {
        return events.find(new PortalId(portal), id)
                .map(CloudEvent::of)
                .orElseThrow(() -> Problem.NOT_FOUND.because("events.unknown", "There is no such event"));
    }
}
