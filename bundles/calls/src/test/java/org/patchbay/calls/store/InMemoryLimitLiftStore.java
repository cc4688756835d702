package org.patchbay.calls.store;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.calls.limits.OutsideLimit;

/** Lifted limits in a map. Thread-safe. */
public final class InMemoryLimitLiftStore implements LimitLiftStore {

    private record Key(PortalId portal, OutsideLimit limit) {}

    private final Map<Key, LocalDate> lifted = new ConcurrentHashMap<>();

    @Override
    public Set<OutsideLimit> of(PortalId portal, LocalDate day) {
        Set<OutsideLimit> those = EnumSet.noneOf(OutsideLimit.class);
        lifted.forEach((key, on) -> {
            if (key.portal().equals(portal) && on.equals(day)) {
                those.add(key.limit());
            }
        });
        return those;
    }

    @Override
    public boolean lift(PortalId portal, LocalDate day, OutsideLimit limit, boolean on) {
        var key = new Key(portal, limit);
        if (day.equals(lifted.get(key)) == on) {
            return false;
        }
        if (on) {
            lifted.put(key, day);
        } else {
            lifted.remove(key);
        }
        return true;
    }

    @Override
    public void erase(PortalId portal) {
        lifted.keySet().removeIf(key -> key.portal().equals(portal));
    }
}
