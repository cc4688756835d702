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

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(ADDED, "A media server was set up.", MediaServerChange.class),
                EventType.durable(CHANGED, "A media server's settings were changed.", MediaServerChange.class),
                EventType.durable(REMOVED, "A media server was removed.", MediaServerChange.class));
    }

    /** The media server of the event. */
    public record MediaServerChange(String id, String name) {}
}
