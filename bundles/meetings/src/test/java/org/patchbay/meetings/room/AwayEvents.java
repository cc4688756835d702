package org.patchbay.meetings.room;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.meetings.MeetingEvents;
import org.patchbay.meetings.RoomEvents;
import org.patchbay.spi.events.EventType;

/** Events whose journal cannot be written while the database is away; those that are not kept are told all the same. */
final class AwayEvents implements Events {

    private final Events events;
    private final BooleanSupplier away;
    private final List<String> durable = Stream.of(new MeetingEvents(), new RoomEvents())
            .flatMap(types -> types.types().stream())
            .filter(EventType::durable)
            .map(EventType::name)
            .toList();

    AwayEvents(Events events, BooleanSupplier away) {
        this.events = events;
        this.away = away;
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data) {
        return publish(portal, type, subject, data, "");
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data, String causationId) {
        if (away.getAsBoolean() && durable.contains(type)) {
            throw Problem.UNAVAILABLE.because("store.unavailable", "The database does not answer");
        }
        return events.publish(portal, type, subject, data, causationId);
    }

    @Override
    public Page<Event> history(PortalId portal, EventFilter filter, PageRequest page) {
        return events.history(portal, filter, page);
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return events.find(portal, id);
    }

    @Override
    public List<EventSchema> schemas() {
        return events.schemas();
    }
}
