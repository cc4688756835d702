package org.patchbay.events.store;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** How far each durable subscriber has come in each portal. */
public interface CursorStore {

    /** Makes the subscriber known, beginning behind these; does nothing if it is known. */
    void begin(String subscriber, Map<PortalId, Long> heads);

    Optional<Long> find(String subscriber, PortalId portal);

    void reached(String subscriber, PortalId portal, long sequence);

    void erase(PortalId portal);
}
