package org.patchbay.identity.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;

/** Keeps departments; Default has a row only once it was changed. Called inside a unit of work. Thread-safe. */
public interface DepartmentStore {

    void insert(Department department);

    /** Writes it if the present version is the one before; answers whether it was. */
    boolean update(Department department);

    void delete(PortalId portal, DepartmentId id);

    Optional<Department> find(PortalId portal, DepartmentId id);

    List<Department> list(PortalId portal);

    /** Those of them that have a row, by id; nobody else changes or deletes them until the unit of work ends. */
    List<Department> lock(PortalId portal, Collection<DepartmentId> ids);

    /** Deletes every department of the portal. */
    void erase(PortalId portal);
}
