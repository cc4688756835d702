package org.patchbay.tenancy;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of portals: each is in root's journal and in the portal's own. */
@Component
public final class PortalEvents implements EventTypes {

    static final String CREATED = "portal.created";
    static final String UPDATED = "portal.updated";
    static final String DELETED = "portal.deleted";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(CREATED, "A portal was created and answers on its host.", PortalChange.class),
                EventType.durable(UPDATED, "A portal's settings were changed.", PortalChange.class),
                EventType.durable(DELETED, "A portal was deleted with all its data.", PortalChange.class));
    }

    /** Which portal it was. */
    public record PortalChange(String id, String name, String host) {}
}
