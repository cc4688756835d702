package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.Means;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a ring group, as in {@link RingGroup}; without a department it is of Default. Immutable. */
@PutBack(RingGroup.class)
public record RingGroupDraft(
        String number,
        String name,
        Optional<DepartmentId> department,
        RingStrategy strategy,
        @Means("Ids of extensions, not their numbers") List<String> members,
        int seconds,
        Destination otherwise) {

    RingGroup thing(PortalId portal, String id, long version) {
        return new RingGroup(
                id,
                number,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                strategy,
                members,
                seconds,
                otherwise,
                version);
    }
}
