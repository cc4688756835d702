package org.patchbay.scheduling.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps rules in a map. */
public final class InMemoryRulesStore implements RulesStore {

    private final Map<PortalId, Integer> days = new HashMap<>();

    @Override
    public Optional<Integer> keepDays(PortalId portal) {
        return Optional.ofNullable(days.get(portal));
    }

    @Override
    public void keepDays(PortalId portal, Optional<Integer> chosen) {
        days.remove(portal);
        chosen.ifPresent(number -> days.put(portal, number));
    }

    @Override
    public void erase(PortalId portal) {
        days.remove(portal);
    }
}
