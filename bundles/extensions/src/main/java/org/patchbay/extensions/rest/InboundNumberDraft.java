package org.patchbay.extensions.rest;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a number from outside, as in {@link InboundNumber}; without a department it is of Default. Immutable. */
@PutBack(InboundNumber.class)
public record InboundNumberDraft(
        String number,
        String name,
        Optional<DepartmentId> department,
        Destination destination,
        Optional<Destination> closed) {

    InboundNumber thing(PortalId portal, String id, long version) {
        return new InboundNumber(
                id,
                number,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                destination,
                closed,
                version);
    }
}
