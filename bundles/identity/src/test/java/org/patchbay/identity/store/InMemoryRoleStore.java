package org.patchbay.identity.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;

/** Roles in a map. */
public final class InMemoryRoleStore implements RoleStore {

    private final Map<String, StoredRole> roles = new ConcurrentHashMap<>();

    @Override
    public void insert(StoredRole role) {
        requireFree(role);
        if (roles.putIfAbsent(role.id(), role) != null) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }

    @Override
    public boolean update(StoredRole role) {
        boolean present = find(role.portal(), role.id())
                .filter(known -> known.version() == role.version() - 1)
                .isPresent();
        if (present) {
            requireFree(role);
            roles.put(role.id(), role);
        }
        return present;
    }

    @Override
    public void delete(PortalId portal, String id) {
        find(portal, id).ifPresent(role -> roles.remove(id));
    }

    @Override
    public Optional<StoredRole> find(PortalId portal, String id) {
        return Optional.ofNullable(roles.get(id)).filter(role -> role.portal().equals(portal));
    }

    @Override
    public List<StoredRole> list(PortalId portal) {
        return roles.values().stream()
                .filter(role -> role.portal().equals(portal))
                .toList();
    }

    private void requireFree(StoredRole role) {
        if (list(role.portal()).stream()
                .anyMatch(other -> !other.id().equals(role.id())
                        && NameKey.of(other.title()).equals(NameKey.of(role.title())))) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }

    @Override
    public List<StoredRole> lock(PortalId portal, Collection<String> ids) {
        return ids.stream()
                .distinct()
                .sorted()
                .flatMap(id -> find(portal, id).stream())
                .toList();
    }

    @Override
    public void erase(PortalId portal) {
        roles.values().removeIf(role -> role.portal().equals(portal));
    }
}
