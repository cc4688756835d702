package org.patchbay.spi.tenancy;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Something that is counted in each portal, such as its people. Called concurrently. */
@ConsumerType
public interface PortalFigure {

    /** What is counted: people, participants, meetings. */
    String name();

    /** How many there are in each of the portals now; a portal left out has none. */
    Map<PortalId, Long> count(Collection<PortalId> portals);
}
