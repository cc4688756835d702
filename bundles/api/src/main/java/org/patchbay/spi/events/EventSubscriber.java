package org.patchbay.spi.events;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * Hears the events of every portal, in order per subject, at least once. A slow or failing subscriber delays nobody but
 * itself.
 */
@ConsumerType
public interface EventSubscriber {

    /** Kebab-case and unique; the durable position is kept under it. */
    String name();

    /** Takes one event; an exception means it is delivered again later, with a growing pause. */
    void on(Event event);

    /**
     * Whether events of this type are delivered, in this portal, at this moment; all are unless it says otherwise. It is asked for
     * every event, so it answers at once, from memory.
     */
    default boolean wants(PortalId portal, String type) {
        return true;
    }

    /** Whether events published while the subscriber was away are delivered when it comes back. */
    default boolean durable() {
        return false;
    }
}
