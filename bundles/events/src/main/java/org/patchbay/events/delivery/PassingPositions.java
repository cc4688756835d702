package org.patchbay.events.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;

/** For a subscriber of this node and this run: begins with the events after its coming. */
final class PassingPositions implements Positions {

    private final Map<PortalId, Long> reached;

    PassingPositions(Map<PortalId, Long> heads) {
        reached = new ConcurrentHashMap<>(heads);
    }

    @Override
    public boolean mine(PortalId portal) {
        return true;
    }

    @Override
    public long of(PortalId portal) {
        return reached.getOrDefault(portal, 0L);
    }

    @Override
    public void reached(PortalId portal, long sequence) {
        reached.put(portal, sequence);
    }
}
