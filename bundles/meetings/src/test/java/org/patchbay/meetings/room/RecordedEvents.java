package org.patchbay.meetings.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.meetings.Json;

/** Remembers what was published. */
public final class RecordedEvents implements Events {

    private final List<Event> published = new CopyOnWriteArrayList<>();

    public List<Event> all() {
        return List.copyOf(published);
    }

    public List<String> types() {
        return published.stream().map(Event::type).toList();
    }

    public Event last(String type) {
        return published.stream()
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data) {
        return publish(portal, type, subject, data, "");
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data, String causationId) {
        var event = new Event(
                Ids.next(),
                "/meetings",
                type,
                portal,
                subject,
                Instant.EPOCH,
                Optional.of(causationId),
                0,
                Json.text(data));
        published.add(event);
        return event;
    }

    @Override
    public Page<Event> history(PortalId portal, EventFilter filter, PageRequest page) {
        return Page.of(published);
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return Optional.empty();
    }

    @Override
    public List<EventSchema> schemas() {
        return List.of();
    }
}
