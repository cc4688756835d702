package org.patchbay.identity.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.identity.store.DepartmentStore;

/**
 * Keeps departments while people get into them: they are locked before, and so they are before one is deleted. Called
 * inside the unit of work of the change. Thread-safe.
 */
@Component(service = KeptDepartments.class)
public final class KeptDepartments {

    private final DepartmentStore store;

    @Activate
    public KeptDepartments(@Reference DepartmentStore store) {
        this.store = store;
    }

    /** Which of them are gone; the others stay until the unit of work ends, as Default does in any case. */
    Set<DepartmentId> gone(PortalId portal, Collection<DepartmentId> wanted) {
        Set<DepartmentId> others =
                wanted.stream().filter(id -> !id.isDefaultOf(portal)).collect(Collectors.toSet());
        Set<DepartmentId> gone = new HashSet<>(others);
        store.lock(portal, others).stream().map(Department::id).forEach(gone::remove);
        return gone;
    }

    /** INVALID if somebody gets into a department that is gone by now; one in which somebody is already stays by that. */
    void require(PortalId portal, List<Membership> before, List<Membership> after) {
        Set<DepartmentId> more = departments(after);
        more.removeAll(departments(before));
        Set<DepartmentId> gone = gone(portal, more);
        List<FieldError> errors = IntStream.range(0, after.size())
                .filter(i -> gone.contains(after.get(i).department()))
                .mapToObj(PersonRules::unknownDepartment)
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
    }

    private static Set<DepartmentId> departments(List<Membership> memberships) {
        return memberships.stream().map(Membership::department).collect(Collectors.toCollection(HashSet::new));
    }
}
