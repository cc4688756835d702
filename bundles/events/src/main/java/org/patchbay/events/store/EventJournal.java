package org.patchbay.events.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;

/** The durable events of all portals. What is added waits to be numbered; only what is numbered is ever found. */
public interface EventJournal {

    /** Writes the event in the caller's unit of work, together with what else that publishes. */
    void add(Event event);

    /** Numbers the committed events of the units of work that wait longest, of about this many, and answers them. */
    List<Event> number(int most);

    /** The numbered events of the portal that follow this one, in order; about this many, as some rest together. */
    List<Event> after(PortalId portal, long sequence, int most);

    /** The same as they rest, for who opens but those that are of use. */
    default List<Event> resting(PortalId portal, long sequence, int most) {
        return after(portal, sequence, most);
    }

    /** What was published of an event as it rests. */
    default Event open(Event event) {
        return event;
    }

    /** The wanted events of the portal that come before this one, newest first. */
    List<Event> before(PortalId portal, long sequence, EventFilter filter, int most);

    Optional<Event> find(PortalId portal, String id);

    /** The last number of each portal. */
    Map<PortalId, Long> heads();

    /**
     * Deletes the portal's oldest events up to this number, about this many, and answers how many were. Those that rest
     * together with a later one stay until that goes.
     */
    int trim(PortalId portal, long upTo, int most);

    /** The number of the portal's last event before this time, 0 if there is none. */
    long lastBefore(PortalId portal, Instant time);

    /** Deletes everything of the portal, the waiting events too. */
    void erase(PortalId portal);
}
