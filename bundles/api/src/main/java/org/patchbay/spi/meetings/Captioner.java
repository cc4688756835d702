package org.patchbay.spi.meetings;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;

/**
 * Writes down what is said in meetings while it is said. Without one, meetings have no captions and offer none. Where the
 * sound comes from is its own affair. Thread-safe.
 */
@ConsumerType
public interface Captioner {

    /** Whether it serves meetings of this portal; asked when a room opens. */
    boolean serves(PortalId portal);

    /** Follows a meeting until the registration is closed; what it hears goes to the consumer, which does not block. */
    Registration follow(PortalId portal, String meeting, Consumer<Caption> captions);
}
