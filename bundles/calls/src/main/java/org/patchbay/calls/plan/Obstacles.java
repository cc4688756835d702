package org.patchbay.calls.plan;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;

/** Says what is in the way of a code, in earnest and in a forecast. May ask the database. Thread-safe. */
public interface Obstacles {

    /** What keeps the code from doing anything now; empty if it does what it is for. */
    Optional<Obstacle> to(PortalId portal, Action.Feature feature);

    /**
     * What keeps somebody from taking who is parked there.
     *
     * @param by empty for who has no extension here
     */
    Optional<Obstacle> to(PortalId portal, Optional<Extension> by, Action.Unpark place);
}
