package org.patchbay.api.identity;

import java.util.Collection;
import java.util.Set;

/**
 * Where a right holds. Immutable.
 *
 * @param everywhere in the whole portal; the departments are then of no matter
 * @param departments in these departments
 */
public record Scope(boolean everywhere, Set<DepartmentId> departments) {

    /** The whole portal. */
    public static final Scope EVERYWHERE = new Scope(true, Set.of());

    /** Nowhere. */
    public static final Scope NOWHERE = new Scope(false, Set.of());

    public Scope {
        departments = Set.copyOf(departments);
    }

    /** These departments alone. */
    public static Scope of(Collection<DepartmentId> departments) {
        return new Scope(false, Set.copyOf(departments));
    }

    /** Whether the right holds in the department. */
    public boolean includes(DepartmentId department) {
        return everywhere || departments.contains(department);
    }

    /** Whether the right holds wherever it does in the other scope. */
    public boolean includes(Scope other) {
        return everywhere || (!other.everywhere && departments.containsAll(other.departments));
    }

    /** Whether it holds nowhere. */
    public boolean isEmpty() {
        return !everywhere && departments.isEmpty();
    }
}
