package org.patchbay.identity.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;

/** Departments in a map. */
public final class InMemoryDepartmentStore implements DepartmentStore {

    private final Map<DepartmentId, Department> departments = new ConcurrentHashMap<>();

    @Override
    public void insert(Department department) {
        requireFree(department);
        if (departments.putIfAbsent(department.id(), department) != null) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }

    @Override
    public boolean update(Department department) {
        boolean present = find(department.portal(), department.id())
                .filter(known -> known.version() == department.version() - 1)
                .isPresent();
        if (present) {
            requireFree(department);
            departments.put(department.id(), department);
        }
        return present;
    }

    @Override
    public void delete(PortalId portal, DepartmentId id) {
        find(portal, id).ifPresent(department -> departments.remove(id));
    }

    @Override
    public Optional<Department> find(PortalId portal, DepartmentId id) {
        return Optional.ofNullable(departments.get(id))
                .filter(department -> department.portal().equals(portal));
    }

    @Override
    public List<Department> list(PortalId portal) {
        return departments.values().stream()
                .filter(department -> department.portal().equals(portal))
                .toList();
    }

    @Override
    public List<Department> lock(PortalId portal, Collection<DepartmentId> ids) {
        return ids.stream()
                .distinct()
                .sorted(Comparator.comparing(DepartmentId::value))
                .flatMap(id -> find(portal, id).stream())
                .toList();
    }

    private void requireFree(Department department) {
        if (list(department.portal()).stream()
                .anyMatch(other -> !other.id().equals(department.id())
                        && NameKey.of(other.name()).equals(NameKey.of(department.name())))) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }

    @Override
    public void erase(PortalId portal) {
        departments.values().removeIf(department -> department.portal().equals(portal));
    }
}
