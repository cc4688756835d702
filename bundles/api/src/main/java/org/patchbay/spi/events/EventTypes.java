package org.patchbay.spi.events;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Declares the event types of a slice or plugin. */
@ConsumerType
public interface EventTypes {

    /** The types; constant for the life of the service. */
    List<EventType> types();
}
