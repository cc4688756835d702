package org.patchbay.jvb;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of setting up media servers, in the root portal. */
@Component
public final class JvbEvents implements EventTypes {

    public static final String ADDED = "media-server.added";
    public static final String CHANGED = "media-server.changed";
    public static final String REMOVED = "media-server.removed";

    /** Two that a meeting is on do not hear each other. */
    public static final String RELAY_LOST = "media-server.relay-lost";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(ADDED, "A media server was set up.", MediaServerChange.class),
                EventType.durable(CHANGED, "A media server's settings were changed.", MediaServerChange.class),
                EventType.durable(REMOVED, "A media server was removed.", MediaServerChange.class),
                EventType.durable(
                        RELAY_LOST,
                        "Two media servers of a meeting do not hear each other and are linked anew; told once in ten minutes.",
                        RelayLost.class));
    }

    /** The media server of the event. */
    public record MediaServerChange(String id, String name) {}

    /** The names of the two. */
    public record RelayLost(String server, String other) {}
}
