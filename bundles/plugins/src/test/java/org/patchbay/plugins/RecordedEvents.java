package org.patchbay.plugins;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;

/** Keeps what was published, as {@code portal type data}. */
final class RecordedEvents implements Events {

    private final List<String> published = new ArrayList<>();

    List<String> published() {
        return published;
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data) {
        published.add((portal.isRoot() ? "root" : portal.value()) + ' ' + type + ' ' + data);
        return new Event(
                Ids.next(), "/plugins", type, portal, subject, Instant.EPOCH, Optional.empty(), 0, data.toString());
    }

    @Override
    public Event publish(PortalId portal, String type, String subject, Record data, String causationId) {
        return publish(portal, type, subject, data);
    }

    @Override
    public Page<Event> history(PortalId portal, EventFilter filter, PageRequest page) {
        return Page.of(List.of());
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
