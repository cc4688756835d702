package org.patchbay.api.events;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/**
 * Publishes events and finds them again. A durable event is written in the caller's unit of work (or one of its own),
 * numbered after the commit, and then delivered at least once to every subscriber, in order per subject. Thread-safe.
 */
@ProviderType
public interface Events {

    /**
     * Publishes an event of a type that some {@code EventTypes} service declares; the data is an instance of the type's
     * record. It carries the {@link Causation} of the thread.
     */
    Event publish(PortalId portal, String type, String subject, Record data);

    /** Publishes an event that another one led to. */
    Event publish(PortalId portal, String type, String subject, Record data, String causationId);

    /** The portal's journal, newest first. */
    Page<Event> history(PortalId portal, EventFilter filter, PageRequest page);

    /**
     * The portal's journaled events that follow a sequence number, oldest first, at most this many (1 to 500). For readers
     * that keep a position of their own.
     */
    default List<Event> after(PortalId portal, long sequence, int limit) {
        var found = new java.util.ArrayDeque<Event>();
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            var page = history(portal, EventFilter.ALL, request);
            for (var event : page.items()) {
                if (event.sequence() <= sequence) {
                    return List.copyOf(found);
                }
                found.addFirst(event);
                if (found.size() > limit) {
                    found.removeLast();
                }
            }
            if (page.next().isEmpty()) {
                return List.copyOf(found);
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
    }

    /** One event of this portal. */
    Optional<Event> find(PortalId portal, String id);

    /** Every declared type, sorted by name. */
    List<EventSchema> schemas();
}
