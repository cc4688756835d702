package org.patchbay.identity.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;

/** What portals ask of those who sign in, in a map. */
public final class InMemoryPolicyStore implements PolicyStore {

    private final Map<PortalId, StoredPolicy> policies = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredPolicy> find(PortalId portal) {
        return Optional.ofNullable(policies.get(portal));
    }

    @Override
    public synchronized boolean save(StoredPolicy policy) {
        long present = find(policy.portal()).map(StoredPolicy::version).orElse(0L);
        if (present != policy.version() - 1) {
            return false;
        }
        policies.put(policy.portal(), policy);
        return true;
    }

    @Override
    public void erase(PortalId portal) {
        policies.remove(portal);
    }
}
