package org.patchbay.events.personal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * What was sealed last: one and the same name or number stands in each event of a call. Of somebody who was erased since, it
 * cannot be opened any more, as it should be. Thread-safe.
 */
final class RecentSeals {

    private static final int MOST = 2_000;

    private final Map<Plain, String> sealed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Plain, String> eldest) {
            return size() > MOST;
        }
    };

    /** Something personal, in the open. */
    record Plain(PortalId portal, PersonId person, String text) {}

    synchronized Optional<String> find(Plain plain) {
        return Optional.ofNullable(sealed.get(plain));
    }

    synchronized void add(Plain plain, String made) {
        sealed.put(plain, made);
    }
}
