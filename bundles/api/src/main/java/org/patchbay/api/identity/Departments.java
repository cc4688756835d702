package org.patchbay.api.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** The departments of a portal; "Default" is always there. Thread-safe. */
@ProviderType
public interface Departments {

    /**
     * Creates a department.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the fields, CONFLICT if the name is taken, FORBIDDEN
     */
    Department create(PortalId portal, DepartmentDraft draft, Caller by);

    /** Changes a department; STALE unless the version is the present one. */
    Department update(PortalId portal, DepartmentId id, long version, DepartmentDraft draft, Caller by);

    /** Opens or closes it against its hours until a moment, or lets its hours hold again. */
    Department override(PortalId portal, DepartmentId id, Optional<HoursOverride> override, Caller by);

    /** Deletes a department without members; CONFLICT for one with members and for Default. */
    void delete(PortalId portal, DepartmentId id, Caller by);

    /** Finds a department of this portal only. */
    Optional<Department> find(PortalId portal, DepartmentId id);

    /** All of them, Default first, then by name. */
    List<Department> list(PortalId portal);

    /** Whether it is open at the moment. */
    Opening openAt(PortalId portal, DepartmentId id, Instant moment);
}
