package org.patchbay.calls.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/**
 * Which calls somebody may see: all of the portal, or the own ones and those in which people of these departments took part.
 * Immutable.
 */
public record Visible(boolean all, Optional<PersonId> own, Set<DepartmentId> departments) {

    /** Every call. */
    public static final Visible ALL = new Visible(true, Optional.empty(), Set.of());

    public Visible {
        departments = Set.copyOf(departments);
    }

    /** Whether this call may be seen. */
    public boolean shows(CallRecord call) {
        return all || call.legs().stream().anyMatch(leg -> shows(leg.person(), leg.department()));
    }

    /** Whether a call may be seen in which this person of this department takes part. */
    public boolean shows(Optional<PersonId> person, Optional<DepartmentId> department) {
        return all
                || (own.isPresent() && own.equals(person))
                || department.filter(departments::contains).isPresent();
    }

    /** The ids of who makes a call visible, never none, for a query. */
    List<String> ids() {
        Stream<String> ids = Stream.concat(
                own.stream().map(PersonId::value), departments.stream().map(DepartmentId::value));
        return Stream.concat(Stream.of("-"), ids).toList();
    }
}
