package org.patchbay.api.extensions;

import java.util.Optional;
import org.patchbay.api.identity.DepartmentId;

/**
 * A number under which the telephone network reaches the portal; it has one destination. Immutable.
 *
 * @param number E.164, unique in the portal; in a draft as it is written in the country
 * @param name what it is for
 * @param department whose office hours hold
 * @param destination where its calls go
 * @param closed where they go while the department is closed; empty for the same place at any hour
 */
public record InboundNumber(
        String id,
        String number,
        String name,
        DepartmentId department,
        Destination destination,
        Optional<Destination> closed,
        long version) {

    public InboundNumber {
        Bounds.outside("number", number);
        name = Bounds.name(name);
    }
}
